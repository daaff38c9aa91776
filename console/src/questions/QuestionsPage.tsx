import { Alert, App, Button, Form, Input, Table } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useOrder, useRead, useReadAll } from '../api/hooks';
import type { Listing, Question, Service } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { GroundView, SideBySide } from '../kit/Clauses';
import { Page } from '../kit/Page';
import { ProblemView } from '../kit/ProblemView';
import { SupportBadge } from '../kit/SupportBadge';
import { nameOf } from '../kit/Who';
import { StateTag } from '../tolerance/StateTag';

const SERVICES: readonly Service[] = ['assessment', 'tolerance', 'clarification', 'incentive'];

/** Effects that wait for a person because no one has confirmed the reading they rest on. */
export function QuestionsPage() {
  const { t, pick, label, when } = useText();
  const answers = useReadAll<Listing<Question>>(SERVICES, 'questions');
  const rows = answers.flatMap(({ service, query }) => (query.data?.items ?? []).map((question) => ({ ...question, service })))
    .sort((a, b) => Number(a.state !== 'OPEN') - Number(b.state !== 'OPEN') || (b.on ?? '').localeCompare(a.on ?? ''));
  const away = answers.filter(({ query }) => query.failureReason?.away);
  const pending = answers.some(({ query }) => query.isPending && query.failureCount === 0);
  return (
    <Page title={t('nav.questions')} lead={t('questions.lead')}>
      {away.length > 0 && <Alert className="strip" role="alert" type="warning" showIcon title={t('workbench.away', { names: away.map(({ service }) => label('service', service)).join('、') })} />}
      <Table rowKey={(row) => `${row.service}/${row.id}`} size="middle" dataSource={rows} loading={pending && rows.length === 0} pagination={rows.length > 50 ? { pageSize: 50 } : false}
        locale={{ emptyText: pending ? t('state.loading') : <Nothing text={t('questions.empty')} /> }}
        columns={[
          { title: t('questions.question'), render: (_, row) => <><Link to={`/questions/${row.service}/${row.id}`}>{pick(row.title)}</Link><div className="quiet two-lines">{pick(row.question)}</div></> },
          { title: t('effects.support'), width: 170, render: (_, row) => <SupportBadge support={row.ground?.support} /> },
          { title: t('cases.state'), width: 140, render: (_, row) => <StateTag family="questionState" state={row.state} /> },
          { title: t('workbench.from'), width: 150, render: (_, row) => <>{label('service', row.service)}<div className="quiet">{when(row.on)}</div></> },
        ]} />
    </Page>
  );
}

export function QuestionPage() {
  const { t, pick } = useText();
  const { service, id } = useParams() as { service: Service; id: string };
  const answer = useRead<Question>(service, `questions/${id}`);
  return <Page title={answer.data ? pick(answer.data.title) : t('questions.question')}><Answer query={answer}>{(question) => <QuestionView question={question} service={service} />}</Answer></Page>;
}

function QuestionView({ question, service }: { question: Question; service: Service }) {
  const { t, pick, when } = useText();
  const { message } = App.useApp();
  const go = useNavigate();
  const orders = useOrder(service);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const effect = typeof question.effect === 'string' ? question.effect : pick(question.effect);
  const send = async (accept: boolean) => {
    setTried(true);
    if (!reason.trim()) return;
    const receipt = await orders.send(`questions/${question.id}/answer`, { accept, reason: reason.trim() }, question.version);
    if (!receipt) return;
    void message.success(t('order.recorded', { position: receipt.position ?? '—' }));
    void go('/questions');
  };
  return (
    <section className="panel">
      <div className="result-line"><StateTag family="questionState" state={question.state} /> <SupportBadge support={question.ground?.support} /></div>
      <p className="question-text">{pick(question.question)}</p>
      {effect && <p>{t('questions.effect')}{effect}</p>}
      <SideBySide own={question.ownClauses} upper={question.upperClauses} />
      <GroundView ground={question.ground} />
      {question.state === 'OPEN'
        ? (
          <Form layout="vertical" className="answer-form">
            <Form.Item label={t('field.reason')} required htmlFor="answer-reason" {...(tried && !reason.trim() ? { validateStatus: 'error' as const, help: t('form.required', { name: t('field.reason') }) } : {})}>
              <Input.TextArea id="answer-reason" autoSize={{ minRows: 3 }} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Form.Item>
            <div className="inline-acts">
              <Button type="primary" loading={orders.sending} onClick={() => void send(true)}>{t('questions.accept')}</Button>
              <Button loading={orders.sending} onClick={() => void send(false)}>{t('questions.decline')}</Button>
            </div>
            <ProblemView problem={orders.problem} />
          </Form>
        )
        : <p>{t('questions.answered', { who: nameOf(question.answeredBy) || '—', on: when(question.on) })}　{question.reason}</p>}
    </section>
  );
}
