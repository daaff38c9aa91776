import type { ThemeConfig } from 'antd';

export const FONT = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", sans-serif';

/** Calm and official: navy to act, red for the emblem line and for what is over its limit, nothing else in colour alone. */
export function themeFor(large: boolean): ThemeConfig {
  return {
    token: {
      colorPrimary: '#1d3f72',
      colorInfo: '#1d3f72',
      colorLink: '#17427f',
      colorError: '#a4262c',
      colorWarning: '#96590a',
      colorSuccess: '#1e6b43',
      // Named here, because tints derived from colours this dark come out grey.
      colorPrimaryBg: '#e4ebf4', colorPrimaryBgHover: '#d5e0ee', colorPrimaryBorder: '#a9bdd6', colorPrimaryHover: '#2a5594', colorPrimaryActive: '#142d53',
      colorInfoBg: '#eef4fb', colorInfoBorder: '#b4c8e0',
      colorWarningBg: '#fdf6e6', colorWarningBorder: '#e2c48a',
      colorErrorBg: '#fdf1f1', colorErrorBorder: '#e2b3b5',
      colorSuccessBg: '#eff8f2', colorSuccessBorder: '#a8cfb8',
      controlItemBgActive: '#e4ebf4', controlItemBgHover: '#f0f4f9',
      colorText: '#1c2530',
      colorTextSecondary: '#4a5666',
      colorTextDescription: '#4a5666',
      colorTextPlaceholder: '#66717f',
      colorTextDisabled: '#5e6875',
      colorBgLayout: '#f3f5f8',
      colorBorder: '#bcc5d0',
      colorBorderSecondary: '#dbe1e8',
      borderRadius: 3,
      fontFamily: FONT,
      fontSize: large ? 18 : 14,
      lineHeight: 1.6,
      controlHeight: large ? 40 : 32,
      motion: false,
    },
    components: {
      Layout: { siderBg: '#ffffff', headerBg: '#ffffff' },
      Table: { cellPaddingBlock: 8, cellPaddingInline: 10, headerBg: '#e9eef4', headerColor: '#1c2530' },
      Card: { headerFontSize: large ? 19 : 15 },
      Menu: { itemHeight: large ? 44 : 36, itemMarginBlock: 2, itemSelectedBg: '#e4ebf4', itemSelectedColor: '#17325d', groupTitleColor: '#4a5666' },
    },
  };
}
