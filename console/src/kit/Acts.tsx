import { Button } from 'antd';
import { useState } from 'react';
import { useRead } from '../api/hooks';
import type { Act, Service } from '../api/types';
import { useText } from '../i18n/text';
import { actName, RefusedActs } from './ActionBar';
import { Answer } from './Answer';
import { OrderDrawer, type OrderForm } from './OrderDrawer';

/** The acts on one thing: those allowed now as buttons, the others with their reasons. */
export function Acts({ service, path, thing, orders }: { service: Service; path: string; thing: string; orders: (act: string) => OrderForm | undefined }) {
  const words = useText();
  const { t } = words;
  const acts = useRead<Act[] | { items: Act[] }>(service, `${path}/acts`);
  const [form, setForm] = useState<OrderForm>();
  return (
    <div className="no-print">
      <Answer query={acts}>
        {(data) => {
          const list = Array.isArray(data) ? data : data.items;
          const allowed = list.filter((act) => act.allowed && orders(act.act));
          return (
            <>
              <div className="inline-acts">
                {allowed.length === 0 && <span className="quiet">{t('acts.none')}</span>}
                {allowed.map((act) => <Button key={act.act} data-act={act.act} onClick={() => setForm(orders(act.act))}>{actName(act, words, thing)}</Button>)}
              </div>
              {list.some((act) => !act.allowed) && <><h3>{t('side.refused')}</h3><RefusedActs acts={list} thing={thing} /></>}
            </>
          );
        }}
      </Answer>
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </div>
  );
}
