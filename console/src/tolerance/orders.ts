import type { Assessment, ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { lines, type Choice } from '../kit/fields';
import { withoutBlanks, type OrderForm, type Values } from '../kit/OrderDrawer';
import { nameOf } from '../kit/Who';

const KNOWN = ['papers', 'findings', 'statements', 'red-line-findings', 'red-line-findings/withdrawal', 'recusals', 'recusals/decision', 'reading-choices', 'decision',
  'refusal-explanation', 'correction-explanation', 'appeals', 'other-rules-consulted', 'non-admission', 'field-of-error', 'notification', 'closing'];

/** Whether the console has a form for an act; an act that it does not know is shown but not offered. */
export function canOpen(act: string): boolean {
  return KNOWN.includes(act);
}

const RESULTS = ['MET', 'NOT_MET', 'NEAR'];
const POLES = ['GOOD_POLE', 'BAD_POLE', 'MIXED'];

/** The form of each order on a tolerance case but the decision, which has its own. */
export function useCaseOrders(file: ToleranceCase, assessment: Assessment | undefined): (act: string, preset?: string) => OrderForm | undefined {
  const { t, label, pick } = useText();
  const items = assessment?.groups?.flatMap((group) => group.items.map((item) => ({ ...item, kind: group.kind, group: pick(group.label) }))) ?? [];
  const hasPoles = (itemId: unknown) => items.some((item) => item.itemId === itemId && item.kind === 'ELEMENT');
  const questions = assessment?.questions?.filter((question) => question.reading) ?? [];
  const codes = (family: string, values: string[]): Choice[] => values.map((value) => ({ value, label: label(family, value) }));
  const base = (act: string, order: Omit<OrderForm, 'title' | 'service' | 'path' | 'version'> & { path?: OrderForm['path'] }): OrderForm =>
    ({ title: label('act', act), service: 'tolerance', path: `tolerance-cases/${file.id}/${act}`, version: file.version, ...order });

  return (act, preset) => {
    switch (act) {
      case 'papers':
        return base(act, { fields: [
          { name: 'kind', label: 'field.paperKind', kind: 'select', required: true, choices: codes('paper', ['EVIDENCE', 'WRITTEN_REPORT', 'MINUTES', 'OPINION', 'APPLICATION', 'OTHER']) },
          { name: 'from', label: 'field.from', kind: 'text', required: true },
          { name: 'text', label: 'field.text', kind: 'area', required: true },
          { name: 'on', label: 'field.on', kind: 'date', required: true },
        ] });
      case 'findings':
        return base(act, {
          note: t('order.findingNote'),
          fields: [
            { name: 'itemId', label: 'field.item', kind: 'select', required: true, initial: preset,
              choices: items.map((item) => ({ value: item.itemId, label: `${item.group}｜${pick(item.label)}` })) },
            { name: 'result', label: 'field.result', kind: 'radio', required: true, choices: codes('result', RESULTS), when: (values) => !hasPoles(values.itemId) },
            { name: 'result', label: 'field.result', kind: 'radio', required: true, choices: codes('result', POLES), when: (values) => hasPoles(values.itemId) },
            { name: 'evidence', label: 'field.evidence', kind: 'lines', required: true },
            { name: 'citedPolicy', label: 'field.citedPolicy', kind: 'text', hint: t('order.citedPolicyHint') },
          ],
          body: (values) => withoutBlanks({ ...values, evidence: lines(values.evidence) }),
        });
      case 'statements':
        return base(act, {
          note: t('order.statementNote'),
          fields: [
            { name: 'spoke', label: 'field.spoke', kind: 'radio', required: true, initial: 'yes', choices: [{ value: 'yes', label: t('statement.made') }, { value: 'no', label: t('statement.declined') }] },
            { name: 'text', label: 'field.statement', kind: 'area', required: true, when: (values) => values.spoke === 'yes' },
            { name: 'on', label: 'field.on', kind: 'date', required: true },
          ],
          body: (values) => (values.spoke === 'yes' ? { text: values.text, on: values.on } : { declined: true, on: values.on }),
        });
      case 'red-line-findings': {
        const prohibited = (values: Values) => values.line === 'EXPRESS_PROHIBITION';
        const gain = (values: Values) => values.line === 'GAIN';
        return base(act, {
          note: t('order.redLineNote'),
          fields: [
            { name: 'line', label: 'field.redLine', kind: 'radio', required: true, choices: codes('redLine', ['EXPRESS_PROHIBITION', 'GAIN']) },
            { name: ['clause', 'rule'], label: 'field.rule', kind: 'text', required: true, when: prohibited },
            { name: ['clause', 'number'], label: 'field.ruleNumber', kind: 'text', required: true, when: prohibited },
            { name: ['clause', 'date'], label: 'field.ruleDate', kind: 'date', when: prohibited },
            { name: ['clause', 'place'], label: 'field.place', kind: 'text', required: true, when: prohibited },
            { name: ['clause', 'words'], label: 'field.words', kind: 'text', required: true, hint: t('order.wordsHint'), when: prohibited },
            { name: ['gain', 'beneficiary'], label: 'field.beneficiary', kind: 'radio', required: true, choices: codes('beneficiary', ['SELF', 'OTHERS', 'UNIT']), when: gain },
            { name: ['gain', 'reference'], label: 'field.gain', kind: 'area', required: true, when: gain },
            { name: 'evidence', label: 'field.evidence', kind: 'lines', required: true },
            { name: 'secondInvestigator', label: 'field.secondInvestigator', kind: 'person', required: true, jurisdiction: file.jurisdiction },
            { name: 'shownOn', label: 'field.shownOn', kind: 'date', hint: t('order.shownHint') },
          ],
          body: (values) => withoutBlanks({ ...values, evidence: lines(values.evidence), shownToCadre: Boolean(values.shownOn) }),
        });
      }
      case 'red-line-findings/withdrawal': {
        const standing = (file.redLines ?? []).filter((line) => line.state !== 'WITHDRAWN');
        return base(act, {
          path: (values) => `tolerance-cases/${file.id}/red-line-findings/${String(values.finding)}/withdrawal`,
          fields: [
            { name: 'finding', label: 'field.redLine', kind: 'select', required: true, initial: standing.length === 1 ? standing[0]!.id : undefined,
              choices: standing.map((line) => ({ value: line.id, label: `${label('redLine', line.kind)}　${line.on ?? ''}` })) },
            { name: 'basis', label: 'field.withdrawalBasis', kind: 'radio', required: true, choices: codes('withdrawalBasis', ['NEW_EVIDENCE', 'REMITTAL', 'APPEAL']) },
            { name: 'reason', label: 'field.reason', kind: 'area', required: true },
            { name: 'evidence', label: 'field.evidence', kind: 'lines' },
          ],
          body: ({ finding: _, ...values }) => withoutBlanks({ ...values, evidence: lines(values.evidence) }),
        });
      }
      case 'recusals':
        return base(act, { note: t('order.recusalNote'), fields: [
          { name: 'person', label: 'field.recused', kind: 'person', required: true, jurisdiction: file.jurisdiction },
          { name: 'ground', label: 'field.ground', kind: 'area', required: true },
        ] });
      case 'recusals/decision': {
        const open = (file.recusals ?? []).filter((recusal) => !['GRANTED', 'REFUSED'].includes(recusal.state));
        return base(act, {
          path: (values) => `tolerance-cases/${file.id}/recusals/${String(values.recusal)}/decision`,
          fields: [
            { name: 'recusal', label: 'field.recusal', kind: 'select', required: true, initial: open.length === 1 ? open[0]!.id : undefined,
              choices: open.map((recusal) => ({ value: recusal.id, label: `${nameOf(recusal.person)}　${recusal.ground ?? ''}` })) },
            { name: 'granted', label: 'field.granted', kind: 'radio', required: true, choices: [{ value: 'yes', label: t('recusal.GRANTED') }, { value: 'no', label: t('recusal.REFUSED') }] },
            { name: 'reason', label: 'field.reason', kind: 'area', required: true },
          ],
          body: (values) => ({ granted: values.granted === 'yes', reason: values.reason }),
        });
      }
      case 'reading-choices': {
        const asked = questions.filter((question) => !preset || question.reading === preset);
        return base(act, {
          note: t('order.readingNote'),
          fields: [
            { name: 'reading', label: 'field.reading', kind: 'select', required: true, initial: asked.length === 1 ? asked[0]!.reading : undefined,
              choices: asked.map((question) => ({ value: question.reading!, label: pick(question.question) })) },
            ...asked.map((question) => ({
              name: `choice:${question.reading}`, label: 'field.choice' as const, kind: 'radio' as const, required: true,
              choices: (question.choices ?? []).map((choice) => ({ value: choice.id, label: pick(choice.label ?? choice.text) })),
              when: (values: Values) => values.reading === question.reading,
            })),
            { name: 'reason', label: 'field.reason', kind: 'area', required: true },
          ],
          body: (values) => ({ reading: values.reading, choice: values[`choice:${String(values.reading)}`], reason: values.reason }),
        });
      }
      case 'refusal-explanation':
        return base(act, { fields: [{ name: 'text', label: 'field.explanation', kind: 'area', required: true }] });
      case 'correction-explanation':
        return base(act, { note: t('order.correctionNote'), fields: [{ name: 'text', label: 'field.explanation', kind: 'area', required: true }] });
      case 'appeals':
        return base(act, { fields: [{ name: 'text', label: 'field.appealText', kind: 'area', required: true }] });
      case 'other-rules-consulted':
        return base(act, { note: t('order.otherRuleNote'), fields: [
          { name: 'question', label: 'field.question', kind: 'text', required: true },
          { name: 'rule', label: 'field.otherRule', kind: 'text', required: true },
          { name: 'reason', label: 'field.reason', kind: 'area', required: true },
        ] });
      case 'non-admission':
        return base(act, { fields: [{ name: 'reason', label: 'field.reason', kind: 'area', required: true }] });
      case 'field-of-error':
        return base(act, { fields: [{ name: 'field', label: 'field.fieldOfError', kind: 'radio', required: true, choices: codes('fieldOfError', ['REFORM_AND_INNOVATION', 'OTHER_WORK']) }] });
      case 'notification':
      case 'closing':
        return base(act, { note: t('order.confirmNote'), fields: [] });
      default:
        return undefined;
    }
  };
}
