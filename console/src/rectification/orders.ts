import type { RectificationTask } from '../api/types';
import { useText } from '../i18n/text';
import type { OrderForm } from '../kit/OrderDrawer';
import type { Field } from '../kit/fields';

/** The forms of the orders on a correction task. */
export function useTaskOrders(task: RectificationTask): (act: string) => OrderForm | undefined {
  const { t, label } = useText();
  const order = (act: string, fields: Field[], rest: Partial<OrderForm> = {}): OrderForm =>
    ({ title: label('act', `task.${act}`), service: 'tolerance', path: `rectification-tasks/${task.id}/${act}`, version: task.version, fields, ...rest });
  const reason: Field = { name: 'reason', label: 'field.reason', kind: 'area', required: true };
  return (act) => {
    switch (act) {
      case 'submissions':
        return order(act, [{ name: 'text', label: 'field.submission', kind: 'area', required: true }, { name: 'prevention', label: 'field.prevention', kind: 'area' }]);
      case 'acceptance':
      case 'rejection':
        return order(act, [reason]);
      case 'causes-and-systems':
        return order(act, [{ name: 'text', label: 'field.causes', kind: 'area', required: true }]);
      case 'findings':
        return order(act, [
          { name: 'finding', label: 'field.taskFinding', kind: 'radio', required: true, choices: ['INADEQUATE', 'REFUSED'].map((value) => ({ value, label: label('taskFinding', value) })) },
          reason,
        ], { note: t('task.findingNote') });
      case 'escalation':
        return order(act, [
          { name: 'escalate', label: 'field.escalate', kind: 'radio', required: true, choices: [{ value: 'yes', label: t('task.escalate.yes') }, { value: 'no', label: t('task.escalate.no') }] },
          { name: 'measure', label: 'field.measure', kind: 'text', when: (values) => values.escalate === 'yes' },
          reason,
        ], { body: ({ escalate, ...values }) => ({ ...values, escalate: escalate === 'yes' }) });
      default:
        return undefined;
    }
  };
}
