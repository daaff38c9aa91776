import { Button, Form } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useRead } from '../api/hooks';
import { useText } from '../i18n/text';
import { Answer } from '../kit/Answer';
import { Marked } from '../kit/Marked';
import { Page } from '../kit/Page';
import { PersonPicker } from '../kit/pickers';

interface Candidate {
  person: { id: string; name?: string; posts?: { title?: string; unit?: string | { name?: string } }[] };
  evaluations?: { kind?: string; on?: string; enteredOn?: string; judgement?: string }[];
  awards?: { award?: string; state?: string; on?: string; conferredOn?: string }[];
}

/** The selector's view of one person: what stands on record for selection, and nothing else. */
export function CandidatesPage() {
  const { t } = useText();
  const { person } = useParams();
  const go = useNavigate();
  const [chosen, setChosen] = useState<string | undefined>(person);
  return (
    <Page title={t('nav.candidates')} lead={t('candidates.lead')}>
      <Form layout="inline" className="finder" onFinish={() => chosen && void go(`/candidates/${chosen}`)}>
        <Form.Item label={t('field.cadre')} htmlFor="candidate" className="finder-wide"><PersonPicker id="candidate" value={chosen} onChange={setChosen} /></Form.Item>
        <Button type="primary" htmlType="submit" disabled={!chosen}>{t('action.show')}</Button>
      </Form>
      {person && <Marked><View person={person} /></Marked>}
    </Page>
  );
}

function View({ person }: { person: string }) {
  const { t, label } = useText();
  const found = useRead<Candidate>('assessment', `candidates/${person}`);
  return (
    <Answer query={found}>
      {(data) => (
        <section className="panel">
          <h2>{data.person.name ?? data.person.id}</h2>
          <ul className="plain">{data.person.posts?.map((post, index) => <li key={index}>{post.title}　{typeof post.unit === 'string' ? post.unit : post.unit?.name}</li>)}</ul>
          <h3>{t('candidates.evaluations')}</h3>
          {data.evaluations?.length ? <ul className="plain">{data.evaluations.map((one, index) => <li key={index}>{label('assessmentKind', one.kind)}　{one.on ?? one.enteredOn}<p>{one.judgement}</p></li>)}</ul> : <p className="quiet">{t('state.empty')}</p>}
          <h3>{t('candidates.awards')}</h3>
          {data.awards?.length ? <ul className="plain">{data.awards.map((one, index) => <li key={index}>{one.award}　{one.on ?? one.conferredOn}</li>)}</ul> : <p className="quiet">{t('state.empty')}</p>}
        </section>
      )}
    </Answer>
  );
}
