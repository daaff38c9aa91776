import { Button, Select, Table } from 'antd';
import { useSearchParams } from 'react-router';
import { useRead } from '../api/hooks';
import type { Listing, Person, Service } from '../api/types';
import { useText } from '../i18n/text';
import { Answer, Nothing } from '../kit/Answer';
import { Page } from '../kit/Page';
import { useAccount } from '../session/session';
import { useReadWords } from './words';

interface ReadItem { position: number; person: string; office: string; jurisdiction: string; what: string; manner: string; rows?: number; reason?: string; at: string }
interface Reads { items: ReadItem[]; next?: number; size: number; root: string }

const SERVICES: readonly Service[] = ['oversight', 'tolerance', 'assessment', 'incentive', 'clarification'];
const PAGE = 50;

/** Who looked at, exported or printed what, when and why: the newest first, page by page. Looking here is recorded like any other look. */
export function ReadsPage() {
  const { t, label } = useText();
  const [search, setSearch] = useSearchParams();
  const service = SERVICES.find((one) => one === search.get('service')) ?? 'oversight';
  const asked = search.get('from');
  // a look is recorded: the end is asked for only where no page is named
  const head = useRead<Reads>(service, asked === null ? 'reads?from=0&limit=1' : undefined);
  const size = head.data?.size;
  const from = asked !== null ? Math.max(0, Number(asked) || 0) : size === undefined ? undefined : Math.max(0, size - PAGE);
  const query = useRead<Reads>(service, from === undefined ? undefined : `reads?from=${from}&limit=${PAGE}`);
  const show = (next: number | undefined) => setSearch({ service, ...(next === undefined ? {} : { from: String(next) }) });
  return (
    <Page title={t('nav.reads')} lead={t('reads.lead')}>
      <div className="finder">
        <label htmlFor="reads-service">{t('audit.service')}</label>
        <Select id="reads-service" value={service} style={{ minWidth: 160 }} onChange={(value) => setSearch({ service: value })} options={SERVICES.map((one) => ({ value: one, label: label('service', one) }))} />
      </div>
      <section className="panel">
        {head.isError ? <Answer query={head}>{() => null}</Answer> : (
          <Answer query={query}>
            {(reads) => (
              <>
                <p className="quiet">{t('reads.size', { n: reads.size })}　{t('audit.root')} <code className="breakable">{reads.root}</code></p>
                <Rows items={[...reads.items].reverse()} />
                <div className="inline-acts no-print">
                  <Button disabled={from === 0} onClick={() => show(Math.max(0, from! - PAGE))}>{t('reads.older')}</Button>
                  <Button disabled={reads.next === undefined || reads.next === null} onClick={() => show(reads.next)}>{t('reads.newer')}</Button>
                  <Button disabled={asked === null} onClick={() => show(undefined)}>{t('reads.newest')}</Button>
                </div>
              </>
            )}
          </Answer>
        )}
      </section>
    </Page>
  );
}

function Rows({ items }: { items: ReadItem[] }) {
  const { t, when, label } = useText();
  const what = useReadWords();
  // one look at the register for the whole page: a look for each line would fill the ledger that is shown
  const persons = useRead<Listing<Person>>('assessment', items.length ? 'register/persons?limit=200' : undefined);
  const account = useAccount();
  const name = (id: string) => (id === account.person ? account.displayName : undefined) ?? persons.data?.items.find((person) => person.id === id)?.name ?? id.slice(-12);
  return (
    <Table<ReadItem> rowKey="position" size="small" pagination={false} dataSource={items} locale={{ emptyText: <Nothing text={t('reads.empty')} /> }}
      columns={[
        { title: t('reads.when'), width: 170, render: (_, read) => <>{when(read.at)}<div className="quiet">{t('dossier.position', { n: read.position })}</div></> },
        { title: t('reads.who'), width: 170, render: (_, read) => <>{name(read.person)}<div className="quiet">{label('jurisdiction', read.jurisdiction)}</div></> },
        { title: t('reads.manner'), width: 90, render: (_, read) => label('manner', read.manner) },
        { title: t('reads.what'), render: (_, read) => <><div>{what(read.what)}{read.rows !== undefined && <span className="quiet">　{t('reads.rows', { n: read.rows })}</span>}</div><code className="quiet breakable">{read.what}</code></> },
        { title: t('reads.why'), width: '24%', render: (_, read) => read.reason ?? <span className="quiet">{t('dossier.noReason')}</span> },
      ]} />
  );
}
