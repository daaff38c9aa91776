import { Button } from 'antd';
import type { Pages } from '../api/hooks';
import { useText } from '../i18n/text';

export function MoreButton({ pages }: { pages: Pages<unknown> }) {
  const { t } = useText();
  return pages.more ? <div className="more"><Button loading={pages.loading} onClick={pages.loadMore}>{t('action.more')}</Button></div> : null;
}
