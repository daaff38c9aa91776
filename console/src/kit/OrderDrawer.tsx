import { App, Button, Drawer, Form } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useOrder, type Ordering } from '../api/hooks';
import type { Receipt, Service } from '../api/types';
import { useText } from '../i18n/text';
import { Fields, type Field } from './fields';
import { FormProblem } from './ProblemView';

export type Values = Record<string, unknown>;

/** One order: where it goes, what is asked, and what is sent. */
export interface OrderForm {
  title: string;
  service: Service;
  path: string | ((values: Values) => string);
  version?: number;
  note?: ReactNode;
  fields: Field[];
  /** A first step whose result the body needs, such as making the fact; undefined when it was refused. */
  prepare?: (values: Values, send: Ordering['sendFirst']) => Promise<Values | undefined>;
  body?: (values: Values) => unknown;
  done?: (receipt: Receipt) => void;
}

/** Empty texts are left out of what is sent. */
export function withoutBlanks(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '' && value !== null));
}

export function OrderDrawer({ form, onClose }: { form: OrderForm | undefined; onClose: () => void }) {
  return form ? <OpenDrawer key={form.title + String(form.path)} form={form} onClose={onClose} /> : null;
}

function OpenDrawer({ form, onClose }: { form: OrderForm; onClose: () => void }) {
  const { t, pick } = useText();
  const { message } = App.useApp();
  const [fields] = Form.useForm();
  const orders = useOrder(form.service);
  const { clear } = orders;
  useEffect(() => clear, [clear]);

  const submit = async (entered: Values) => {
    const values = form.prepare ? await form.prepare(entered, orders.sendFirst) : entered;
    if (!values) return;
    const content = form.body ? form.body(values) : withoutBlanks(values);
    const receipt = await orders.send(typeof form.path === 'function' ? form.path(values) : form.path, content, form.version);
    if (!receipt) return;
    void message.success(receipt.message ? pick(receipt.message) : t('order.recorded', { position: receipt.position ?? '—' }), receipt.message ? 8 : undefined);
    onClose();
    form.done?.(receipt);
  };

  return (
    <Drawer
      open
      size={640}
      title={form.title}
      onClose={onClose}
      destroyOnHidden
      footer={
        <div className="drawer-foot">
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button type="primary" loading={orders.sending} onClick={() => fields.submit()}>{t('action.submit')}</Button>
        </div>
      }
    >
      {form.note && <div className="drawer-note">{form.note}</div>}
      <Form form={fields} layout="vertical" name="order" onFinish={(values) => void submit(values as Values)} scrollToFirstError requiredMark>
        <Fields fields={form.fields} />
      </Form>
      <FormProblem problem={orders.problem} />
    </Drawer>
  );
}
