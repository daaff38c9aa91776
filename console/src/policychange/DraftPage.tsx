import { Button, Form } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useOrder } from '../api/hooks';
import { useText } from '../i18n/text';
import { Nothing } from '../kit/Answer';
import { Fields } from '../kit/fields';
import { FormProblem } from '../kit/ProblemView';
import { PolicyFrame } from '../policy/PolicyFrame';
import { holds, useAccount } from '../session/session';
import { itemOf, keepDraft, keptDraft, withItem, type Draft, type DraftItem } from './draft';
import { DraftItemFields } from './DraftItemFields';
import { ImpactPanel } from './ImpactPanel';
import type { ChangeItem } from './types';
import { documentOf } from './words';

/** A change is written here, looked at with its impact, and handed in for a second person's review. What was written stays until it is taken. */
export function DraftPage() {
  const { t } = useText();
  const account = useAccount();
  const [search] = useSearchParams();
  const pack = search.get('pack');
  const preset: DraftItem | undefined = pack ? { kind: 'PACK', pack, on: search.get('on') === 'true' } : undefined;
  return (
    <PolicyFrame title={t('change.draft')} lead={t('change.draftLead')}>
      {holds(account, 'POLICY_ADMIN') ? <DraftForm key={pack ?? ''} preset={preset} /> : <Nothing text={t('change.notYours')} />}
    </PolicyFrame>
  );
}

function DraftForm({ preset }: { preset: DraftItem | undefined }) {
  const { t, label } = useText();
  const account = useAccount();
  const go = useNavigate();
  const [form] = Form.useForm<Draft>();
  const orders = useOrder('assessment');
  const [compared, setCompared] = useState<ChangeItem[]>();
  const [start] = useState(() => withItem(keptDraft(account.username), preset));
  useEffect(() => keepDraft(account.username, start), [account.username, start]);
  const code = documentOf(account.jurisdiction);
  const items = (draft: Draft) => draft.items.map((item) => itemOf(item, account.jurisdiction, code));
  const submit = async (draft: Draft) => {
    const receipt = await orders.send('policy/changes', { title: draft.title, jurisdiction: account.jurisdiction, items: items(draft), reason: draft.reason });
    if (!receipt?.id) return;
    keepDraft(account.username, undefined);
    void go(`/policy/changes/${receipt.id}`);
  };
  const compare = async () => {
    const draft = await form.validateFields([['items']], { recursive: true }).then(() => form.getFieldsValue(true) as Draft).catch(() => undefined);
    if (draft) setCompared(items(draft));
  };
  return (
    <>
      <Form form={form} layout="vertical" name="change" className="panel draft" scrollToFirstError initialValues={start}
        onValuesChange={() => { setCompared(undefined); keepDraft(account.username, form.getFieldsValue(true) as Draft); }} onFinish={() => void submit(form.getFieldsValue(true) as Draft)}>
        <p className="quiet">{t('change.place')}{label('jurisdiction', account.jurisdiction)}</p>
        <Fields fields={[{ name: 'title', label: 'change.title', kind: 'text', required: true }]} />
        <Form.List name="items">
          {(rows, { add, remove }) => (
            <>
              {rows.map((row, index) => (
                <fieldset key={row.key} data-draft-item={index}>
                  <legend>{t('change.item', { n: index + 1 })}</legend>
                  <DraftItemFields index={row.name} code={code} />
                  {rows.length > 1 && <Button className="draft-remove" onClick={() => remove(row.name)}>{t('change.removeItem', { n: index + 1 })}</Button>}
                </fieldset>
              ))}
              <p><Button onClick={() => add({ kind: 'PACK' })}>{t('change.addItem')}</Button></p>
            </>
          )}
        </Form.List>
        <Fields fields={[{ name: 'reason', label: 'change.reason', kind: 'area', required: true }]} />
        <FormProblem problem={orders.problem} />
        <div className="inline-acts">
          <Button onClick={() => void compare()}>{t('change.preview')}</Button>
          <Button type="primary" htmlType="submit" loading={orders.sending}>{t('change.handIn')}</Button>
          <span className="quiet">{t('change.kept')}</span>
        </div>
      </Form>
      {compared && <ImpactPanel items={compared} />}
    </>
  );
}
