import { Button, Select, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useListing } from '../api/hooks';
import type { ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { DueLabel } from '../kit/DueLabel';
import { prepareFact, useFactFields } from '../kit/fact';
import { MoreButton } from '../kit/MoreButton';
import { OrderDrawer, withoutBlanks, type OrderForm } from '../kit/OrderDrawer';
import { AsOf, Page } from '../kit/Page';
import { holds, useAccount } from '../session/session';
import { StateTag } from './StateTag';

export function CasesPage() {
  const { t, label } = useText();
  const [state, setState] = useState<string>();
  const [form, setForm] = useState<OrderForm>();
  const { query, pages } = useListing<ToleranceCase>('tolerance', 'tolerance-cases');
  const application = useApplication();
  const states = [...new Set(pages.items.map((item) => item.state))];

  return (
    <Page
      title={t('nav.tolerance')}
      lead={t('cases.lead')}
      extra={<>
        <Select value={state} onChange={setState} allowClear placeholder={t('cases.allStates')} aria-label={t('cases.state')} style={{ minWidth: 160 }}
          options={states.map((value) => ({ value, label: label('caseState', value) }))} />
        {application && <Button type="primary" onClick={() => setForm(application)}>{t('cases.apply')}</Button>}
      </>}
    >
      <Answer query={query}>
        {() => (
          <Table<ToleranceCase>
            rowKey="id" size="middle" pagination={false}
            dataSource={state ? pages.items.filter((item) => item.state === state) : pages.items}
            locale={{ emptyText: <Nothing text={t('cases.empty')} /> }}
            columns={[
              { title: t('cases.number'), width: 130, render: (_, item) => <Link to={`/tolerance-cases/${item.id}`}>{item.number ?? item.id.slice(-12)}</Link> },
              { title: t('cases.cadre'), width: 190, render: (_, item) => <>{item.cadre?.name ?? item.cadre?.id}<div className="quiet">{item.unit?.name}</div></> },
              { title: t('cases.fact'), render: (_, item) => <div className="two-lines">{item.fact?.what}</div> },
              { title: t('cases.jurisdiction'), width: 100, render: (_, item) => label('jurisdiction', item.jurisdiction) },
              { title: t('cases.state'), width: 140, render: (_, item) => <StateTag state={item.state} /> },
              { title: t('workbench.due'), width: 140, render: (_, item) => <DueLabel dueOn={item.dueOn} daysLeft={item.daysLeft} basis={item.dueBasis} /> },
              { title: t('cases.opened'), width: 120, render: (_, item) => item.openedOn },
            ]}
          />
        )}
      </Answer>
      <MoreButton pages={pages} />
      <AsOf asOf={pages.asOf} />
      <OrderDrawer form={form} onClose={() => setForm(undefined)} />
    </Page>
  );
}

/** The form of an application. Whether a paper is an application in its own right or is attached, the rules of the place say. */
function useApplication(): OrderForm | undefined {
  const { t } = useText();
  const account = useAccount();
  const go = useNavigate();
  const fact = useFactFields();
  if (!holds(account, 'CADRE', 'UNIT_PARTY_ORGANISATION', 'DISCIPLINE_OFFICER')) return undefined;
  const self = holds(account, 'CADRE');
  const applicants = self ? ['CADRE'] : ['UNIT_PARTY_ORGANISATION', 'UNIT', 'CADRE'];
  return {
    title: t('cases.apply'),
    service: 'tolerance',
    path: 'tolerance-cases',
    note: t('cases.applyNote'),
    fields: [
      { name: 'applicant', label: 'field.applicant', kind: 'radio', required: true, initial: self ? 'CADRE' : undefined, choices: applicants.map((value) => ({ value, label: t(`applicant.${value}` as 'applicant.CADRE') })) },
      ...(self ? [] : [{ name: 'cadre', label: 'field.cadre' as const, kind: 'person' as const, required: true }, { name: 'unit', label: 'field.unit' as const, kind: 'unit' as const, required: true, initial: account.unit }]),
      ...fact,
      { name: 'accountabilityCase', label: 'field.accountabilityCase', kind: 'text' },
      { name: 'grounds', label: 'field.grounds', kind: 'area', required: true },
    ],
    prepare: (values, send) => prepareFact(self ? { ...values, cadre: account.person, unit: account.unit } : values, send),
    body: withoutBlanks,
    done: (receipt) => receipt.id && void go(`/tolerance-cases/${receipt.id}`),
  };
}
