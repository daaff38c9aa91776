import { Alert, App, Button, Drawer, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useOrder } from '../api/hooks';
import type { Report } from '../api/types';
import { useText } from '../i18n/text';
import { ListPage } from '../kit/ListPage';
import { PersonPicker } from '../kit/pickers';
import { FormProblem } from '../kit/ProblemView';
import { nameOf } from '../kit/Who';
import { StateTag } from '../tolerance/StateTag';

const MODES = ['REAL_NAME', 'NAME_UNVERIFIED', 'ANONYMOUS'];

/** Reports, inside clarification only. */
export function ReportsPage() {
  const { t, label, when } = useText();
  const [taking, setTaking] = useState(false);
  return (
    <>
      <ListPage<Report>
        title={t('nav.reports')} lead={t('reports.lead')} service="clarification" path="reports" empty={t('reports.empty')}
        extra={<Button type="primary" onClick={() => setTaking(true)}>{t('reports.take')}</Button>}
        columns={[
          { title: t('reports.report'), width: 190, render: (_, report) => <Link to={`/reports/${report.id}`}>{t('reports.short')} {report.id.slice(-12)}</Link> },
          { title: t('field.mode'), width: 140, render: (_, report) => label('mode', report.mode) },
          { title: t('field.accused'), width: 190, render: (_, report) => nameOf(report.accused) },
          { title: t('reports.allegations'), render: (_, report) => <div className="two-lines">{report.allegations?.map((one) => one.text).join('；')}</div> },
          { title: t('cases.state'), width: 140, render: (_, report) => <StateTag family="reportState" state={report.state} /> },
          { title: t('reports.received'), width: 170, render: (_, report) => when(report.receivedOn) },
        ]}
      />
      {taking && <Intake onClose={() => setTaking(false)} />}
    </>
  );
}

interface Taken { mode: string; name?: string; contact?: string; accused?: string; allegations?: { text?: string }[] }

/** Takes a report point by point. The receipt is shown once and is not the reporter's identity. */
function Intake({ onClose }: { onClose: () => void }) {
  const { t, label } = useText();
  const { modal } = App.useApp();
  const [form] = Form.useForm<Taken>();
  const orders = useOrder('clarification');
  const submit = async (values: Taken) => {
    const receipt = await orders.send('reports', {
      mode: values.mode,
      ...(values.mode === 'ANONYMOUS' ? {} : { reporter: { name: values.name, contact: values.contact } }),
      accused: values.accused,
      allegations: (values.allegations ?? []).map((one) => ({ text: one.text })),
    });
    if (!receipt) return;
    onClose();
    modal.success({ title: t('reports.receipt'), content: <><p><code className="receipt">{receipt.receipt ?? receipt.id}</code></p><p className="quiet">{t('reports.receiptNote')}</p></>, okText: t('action.close') });
  };
  const required = (name: string) => [{ required: true, message: t('form.required', { name }) }];
  return (
    <Drawer open size={640} title={t('reports.take')} onClose={onClose} destroyOnHidden
      footer={<div className="drawer-foot"><Button onClick={onClose}>{t('action.cancel')}</Button><Button type="primary" loading={orders.sending} onClick={() => form.submit()}>{t('action.submit')}</Button></div>}>
      <Alert type="info" showIcon title={t('reports.notice')} className="strip" />
      <Form form={form} layout="vertical" name="report" onFinish={(values) => void submit(values)} initialValues={{ allegations: [{}] }}>
        <Form.Item name="mode" label={t('field.mode')} rules={required(t('field.mode'))}><Radio.Group options={MODES.map((value) => ({ value, label: label('mode', value) }))} /></Form.Item>
        <Form.Item noStyle shouldUpdate={(a, b) => a.mode !== b.mode}>
          {({ getFieldValue }) => ['REAL_NAME', 'NAME_UNVERIFIED'].includes(getFieldValue('mode') as string) && (
            <>
              <Form.Item name="name" label={t('field.reporterName')} rules={required(t('field.reporterName'))}><Input autoComplete="off" /></Form.Item>
              <Form.Item name="contact" label={t('field.contact')}><Input autoComplete="off" /></Form.Item>
            </>
          )}
        </Form.Item>
        <Form.Item name="accused" label={t('field.accused')} rules={required(t('field.accused'))}><PersonPicker /></Form.Item>
        <Form.List name="allegations">
          {(points, { add, remove }) => (
            <fieldset>
              <legend>{t('reports.allegations')}</legend>
              {points.map(({ key, name }, index) => (
                <Form.Item key={key} label={t('reports.point', { n: index + 1 })} required>
                  <Form.Item name={[name, 'text']} noStyle rules={required(t('reports.point', { n: index + 1 }))}><Input.TextArea autoSize={{ minRows: 2 }} /></Form.Item>
                  {points.length > 1 && <Button size="small" onClick={() => remove(name)}>{t('action.remove')}</Button>}
                </Form.Item>
              ))}
              <Button onClick={() => add({})}>{t('reports.addPoint')}</Button>
            </fieldset>
          )}
        </Form.List>
      </Form>
      <FormProblem problem={orders.problem} />
    </Drawer>
  );
}
