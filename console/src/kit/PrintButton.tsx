import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { Service } from '../api/types';
import { useText } from '../i18n/text';
import { OrderDrawer, type OrderForm } from './OrderDrawer';

/** Prints what is on the page once the print and its reason are on record; what cannot be recorded is not printed. */
export function PrintButton({ service, what }: { service: Service; what: string }) {
  const { t } = useText();
  const [form, setForm] = useState<OrderForm>();
  const print: OrderForm = {
    title: t('action.print'), service, path: 'reads/prints', note: t('print.note'), fields: [{ name: 'reason', label: 'print.reason', kind: 'text', required: true }],
    body: (values) => ({ what, reason: values.reason }),
    // once the form is gone from the page: it would be on the paper
    done: () => setTimeout(() => window.print(), 400),
  };
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => setForm(print)}>{t('action.print')}</Button>
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </>
  );
}
