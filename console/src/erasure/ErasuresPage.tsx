import { Button } from 'antd';
import { useState } from 'react';
import type { Service } from '../api/types';
import { useText } from '../i18n/text';
import { ListPage } from '../kit/ListPage';
import { OrderDrawer, type OrderForm } from '../kit/OrderDrawer';
import { PersonName } from '../kit/PersonName';
import { holds, useAccount } from '../session/session';
import { StateTag } from '../tolerance/StateTag';

interface Erasure {
  id: string; version: number; subject: string; jurisdiction: string; rule: string; article: string; state: 'PROPOSED' | 'DECLINED' | 'ORDERED' | 'CARRIED_OUT'; reason: string;
  decisionReason?: string; proposedBy: string; proposedOn: string; decidedBy?: string; decidedOn?: string; commitment?: string;
}

/** Erasures by law of persons (the organisation department) or of reporters (those who know of reports): one proposes, another decides. */
export function ErasuresPage() {
  const { t, label } = useText();
  const account = useAccount();
  const reporters = holds(account, 'REPORT_OFFICER', 'PROTECTION_OFFICER');
  const service: Service = reporters ? 'clarification' : 'assessment';
  const proposes = holds(account, reporters ? 'PROTECTION_OFFICER' : 'ORG_OFFICER');
  const decides = holds(account, reporters ? 'REPORT_OFFICER' : 'ORG_DECIDER');
  const [form, setForm] = useState<OrderForm>();
  const subject = (id: string) => (reporters ? <>{t('erasures.reporterOf')}<code>{id.slice(-12)}</code></> : <PersonName id={id} />);
  const propose: OrderForm = {
    title: t('erasures.propose'), service, path: 'erasures', note: t('erasures.proposeNote'),
    fields: [
      reporters ? { name: 'subject', label: 'erasures.report', kind: 'text', required: true } : { name: 'subject', label: 'field.cadre', kind: 'person', required: true },
      { name: 'rule', label: 'erasures.rule', kind: 'text', required: true, hint: t('erasures.ruleHint') },
      { name: 'article', label: 'erasures.article', kind: 'text', required: true },
      { name: 'reason', label: 'field.reason', kind: 'area', required: true },
    ],
  };
  const decide = (erasure: Erasure, approve: boolean): OrderForm => ({
    title: t(approve ? 'erasures.approve' : 'erasures.decline'), service, path: `erasures/${erasure.id}/${approve ? 'approval' : 'declining'}`, version: erasure.version,
    note: <><p>{subject(erasure.subject)}　《{erasure.rule}》{erasure.article}</p>{approve && <p><strong>{t('erasures.approveNote')}</strong></p>}</>,
    fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }],
  });
  return (
    <>
      <ListPage<Erasure> title={t('nav.erasures')} lead={t(reporters ? 'erasures.leadReporters' : 'erasures.lead')} service={service} path="erasures" empty={t('erasures.empty')}
        extra={proposes && <Button type="primary" onClick={() => setForm(propose)}>{t('erasures.propose')}</Button>}
        columns={[
          { title: t('erasures.subject'), width: 190, render: (_, erasure) => <>{subject(erasure.subject)}<div className="quiet">{label('jurisdiction', erasure.jurisdiction)}</div></> },
          { title: t('erasures.ground'), render: (_, erasure) => <>《{erasure.rule}》{erasure.article}<div className="quiet">{erasure.reason}</div></> },
          { title: t('cases.state'), width: 130, render: (_, erasure) => <StateTag family="erasureState" state={erasure.state} /> },
          { title: t('erasures.proposed'), width: 150, render: (_, erasure) => <><PersonName id={erasure.proposedBy} /><div className="quiet">{erasure.proposedOn}</div></> },
          { title: t('erasures.decided'), width: 240, render: (_, erasure) => (
            <>
              {erasure.decidedBy && <><PersonName id={erasure.decidedBy} /> <span className="quiet">{erasure.decidedOn}</span><div className="quiet">{erasure.decisionReason}</div></>}
              {erasure.commitment && <div className="quiet breakable">{t('erasures.commitment')}<code>{erasure.commitment}</code></div>}
              {erasure.state === 'PROPOSED' && decides && erasure.proposedBy !== account.person && (
                <div className="inline-acts no-print">
                  <Button danger onClick={() => setForm(decide(erasure, true))}>{t('erasures.approve')}</Button>
                  <Button onClick={() => setForm(decide(erasure, false))}>{t('erasures.decline')}</Button>
                </div>
              )}
            </>
          ) },
        ]} />
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </>
  );
}
