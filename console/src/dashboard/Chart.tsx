import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { FONT } from '../theme';

register([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

export interface Bar { key: string; label: string; values: (number | null)[] }

const COLOURS = ['#1d3f72', '#7aa0cc', '#b98a2f'];

/** Horizontal bars beside a table that says the same; patterns as well as colours, and a click opens what is behind a bar. */
export function Chart({ bars, series, title, onOpen, large }: { bars: Bar[]; series: string[]; title: string; onOpen: (key: string, series: number) => void; large: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    const made = init(place.current!);
    chart.current = made;
    made.on('click', (event) => {
      const key = (event.data as { key?: string } | undefined)?.key;
      if (key !== undefined && event.seriesIndex !== undefined) open.current(key, event.seriesIndex);
    });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(place.current!);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    const size = large ? 16 : 12;
    chart.current?.setOption({
      color: COLOURS,
      textStyle: { fontFamily: FONT, fontSize: size },
      aria: { enabled: true, label: { description: title }, decal: { show: true } },
      animation: false,
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
      legend: { data: series, top: 0, textStyle: { fontSize: size } },
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize: size } },
      yAxis: { type: 'category', inverse: true, data: bars.map((bar) => bar.label), axisLabel: { fontSize: size, width: large ? 260 : 220, overflow: 'break', interval: 0 } },
      series: series.map((name, index) => ({
        name, type: 'bar', stack: 'all', barMaxWidth: 22, data: bars.map((bar) => ({ value: bar.values[index], key: bar.key })),
      })),
    }, true);
  }, [bars, series, title, large]);
  return <div ref={place} className="chart" role="img" aria-label={title} style={{ height: Math.max(220, bars.length * (large ? 54 : 42) + 70) }} />;
}
