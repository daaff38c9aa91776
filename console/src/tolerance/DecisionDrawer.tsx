import { Alert, App, Button, Checkbox, DatePicker, Drawer, Form, Input, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useOrder } from '../api/hooks';
import { EFFECT_GROUPS, type Assessment, type ToleranceCase } from '../api/types';
import { useText } from '../i18n/text';
import { Clauses } from '../kit/Clauses';
import { useMeasures } from '../kit/measures';
import { PersonsPicker } from '../kit/pickers';
import { FormProblem } from '../kit/ProblemView';
import { SupportBadge } from '../kit/SupportBadge';
import { canBeDecided, lacks, leansElsewhere, mitigates, OUTCOMES, permissionsOf, toOrder, type Draft, type Lack, type Setting } from './decision';

/** The document that gives the four groups of effect; they are asked only where it is among the documents applied. */
const GROUPS_DOCUMENT = '鲁';

export function settingOf(file: ToleranceCase, assessment: Assessment): Setting {
  return {
    permissions: assessment.outcomes ?? [],
    groupsApply: !assessment.dates?.length || assessment.dates.some((date) => date.doc === GROUPS_DOCUMENT),
    investigators: (file.findings ?? []).flatMap((finding) => (typeof finding.by === 'object' ? [finding.by.id] : [])),
  };
}

/** The body's decision as its meeting took it. Nothing is chosen beforehand but the four groups, which are a form to fill and no proposal. */
export function DecisionDrawer({ file, assessment, onAppeal, onClose }: {
  file: ToleranceCase; assessment: Assessment; onAppeal?: { id: string; version: number }; onClose: () => void;
}) {
  const { t, label } = useText();
  const { message } = App.useApp();
  const [draft, setDraft] = useState<Draft>({ groups: [...EFFECT_GROUPS] });
  const [tried, setTried] = useState(0);
  const lackPlace = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // the form is longer than the screen, and its button is always in sight
    if (tried) lackPlace.current?.scrollIntoView?.({ block: 'nearest' });
  }, [tried]);
  const orders = useOrder('tolerance');
  const setting = settingOf(file, assessment);
  const missing = lacks(draft, setting);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const field = (name: Lack['field']) => {
    const lack = tried ? missing.find((one) => one.field === name) : undefined;
    return lack ? { validateStatus: 'error' as const, help: t(lack.key) } : {};
  };

  const submit = async () => {
    setTried((before) => before + 1);
    if (missing.length > 0) return;
    const decision = toOrder(draft, setting);
    const receipt = onAppeal
      ? await orders.send(`appeals/${onAppeal.id}/decision`, { outcome: 'CHANGED', reasons: decision.reasons, meeting: decision.meeting, newDecision: decision }, onAppeal.version)
      : await orders.send(`tolerance-cases/${file.id}/decision`, decision, file.version);
    if (!receipt) return;
    void message.success(t('order.recorded', { position: receipt.position ?? '—' }));
    onClose();
  };
  const exempt = draft.outcome === 'EXEMPT';
  const measures = useMeasures();

  return (
    <Drawer open size={760} title={onAppeal ? t('appeals.change') : t('act.decision')} onClose={onClose} destroyOnHidden
      footer={<div className="drawer-foot"><Button onClick={onClose}>{t('action.cancel')}</Button><Button type="primary" loading={orders.sending} onClick={() => void submit()}>{t('decision.submit')}</Button></div>}>
      <div className="drawer-note">{t('decision.note')}</div>
      <Form layout="vertical" component="form" onFinish={() => void submit()}>
        <Form.Item label={t('field.outcome')} required {...field('outcome')}>
          <Radio.Group value={draft.outcome} onChange={(event) => set({ outcome: event.target.value })} className="outcome-choices">
            {OUTCOMES.map((outcome) => (
              <Radio key={outcome} value={outcome} disabled={!canBeDecided(outcome, setting.permissions)}>
                <strong>{label('outcome', outcome)}</strong>
                <Permissions file={setting} outcome={outcome} />
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item label={t('field.subjects')} required {...field('subjects')}>
          <Checkbox.Group value={draft.subjects} onChange={(subjects) => set({ subjects: subjects as Draft['subjects'] })}
            options={[{ value: 'PERSON', label: `${t('subject.PERSON')}：${file.cadre?.name ?? ''}` }, { value: 'UNIT', label: `${t('subject.UNIT')}：${file.unit?.name ?? ''}` }]} />
        </Form.Item>
        <fieldset>
          <legend>{t('decision.meeting')}</legend>
          <Form.Item label={t('field.meetingDate')} required htmlFor="decision-date" {...field('date')}>
            <DatePicker id="decision-date" format="YYYY-MM-DD" style={{ width: '100%' }} value={draft.date ? dayjs(draft.date) : null} onChange={(day) => set({ date: day?.format('YYYY-MM-DD') })} />
          </Form.Item>
          <Form.Item label={t('field.members')} required htmlFor="decision-members" {...field('members')}>
            <PersonsPicker id="decision-members" jurisdiction={file.jurisdiction} value={draft.members} onChange={(members) => set({ members })} />
          </Form.Item>
          <Form.Item label={t('field.recusedMembers')} htmlFor="decision-recused" {...field('recused')}>
            <PersonsPicker id="decision-recused" jurisdiction={file.jurisdiction} value={draft.recused} onChange={(recused) => set({ recused })} />
          </Form.Item>
          <Form.Item label={t('field.minutesNumber')} required htmlFor="decision-minutes" {...field('minutesNumber')}>
            <Input id="decision-minutes" value={draft.minutesNumber} onChange={(event) => set({ minutesNumber: event.target.value })} />
          </Form.Item>
        </fieldset>
        <Form.Item label={t('field.reasons')} required htmlFor="decision-reasons" {...field('reasons')}>
          <Input.TextArea id="decision-reasons" autoSize={{ minRows: 3 }} value={draft.reasons} onChange={(event) => set({ reasons: event.target.value })} />
        </Form.Item>
        <Form.Item label={t('field.differenceReason')} extra={t('decision.differenceHint')} htmlFor="decision-difference">
          <Input id="decision-difference" value={draft.differenceReason} onChange={(event) => set({ differenceReason: event.target.value })} />
        </Form.Item>
        {leansElsewhere(draft.outcome, setting.permissions) && (
          <Form.Item label={t('field.otherRule')} required htmlFor="decision-other" {...field('otherRule')}>
            <Input id="decision-other" value={draft.otherRule} onChange={(event) => set({ otherRule: event.target.value })} />
          </Form.Item>
        )}
        {draft.outcome && draft.outcome !== 'REFUSE' && (
          <Form.Item label={t('field.proposedMeasure')} required={mitigates(draft.outcome)} htmlFor="decision-proposed" {...field('proposedMeasure')}>
            <Select id="decision-proposed" allowClear options={measures} value={draft.proposedMeasure} onChange={(proposedMeasure) => set({ proposedMeasure })} />
          </Form.Item>
        )}
        {mitigates(draft.outcome) && (
          <Form.Item label={t('field.decidedMeasure')} required htmlFor="decision-decided" {...field('decidedMeasure')}>
            <Select id="decision-decided" allowClear options={measures} value={draft.decidedMeasure} onChange={(decidedMeasure) => set({ decidedMeasure })} />
          </Form.Item>
        )}
        {exempt && setting.groupsApply && (
          <fieldset>
            <legend>{t('decision.groups')}</legend>
            <p className="quiet">{t('decision.groupsNote')}</p>
            {EFFECT_GROUPS.map((group) => {
              const kept = draft.groups?.includes(group) ?? false;
              return (
                <div key={group} className="group-choice">
                  <Checkbox checked={kept} onChange={(event) => set({ groups: EFFECT_GROUPS.filter((one) => (one === group ? event.target.checked : draft.groups?.includes(one))) })}>{label('effectGroup', group)}</Checkbox>
                  {!kept && (
                    <Form.Item label={t('decision.leftOutReason')} required htmlFor={`left-${group}`} {...field(`leftOut.${group}`)}>
                      <Input id={`left-${group}`} value={draft.leftOut?.[group]} onChange={(event) => set({ leftOut: { ...draft.leftOut, [group]: event.target.value } })} />
                    </Form.Item>
                  )}
                </div>
              );
            })}
          </fieldset>
        )}
        {exempt && (
          <fieldset>
            <legend>{t('decision.correction')}</legend>
            <p className="quiet">{t('decision.correctionNote')}</p>
            <Form.Item label={t('field.correctionItems')} required extra={t('form.onePerLine')} htmlFor="decision-items" {...field('items')}>
              <Input.TextArea id="decision-items" autoSize={{ minRows: 2 }} value={draft.items} onChange={(event) => set({ items: event.target.value })} />
            </Form.Item>
            <Form.Item label={t('field.demands')} required htmlFor="decision-demands" {...field('demands')}>
              <Input.TextArea id="decision-demands" autoSize={{ minRows: 2 }} value={draft.demands} onChange={(event) => set({ demands: event.target.value })} />
            </Form.Item>
            <Form.Item label={t('field.limit')} required extra={t('decision.limitHint')} htmlFor="decision-limit" {...field('limit')}>
              <DatePicker id="decision-limit" format="YYYY-MM-DD" style={{ width: '100%' }} value={draft.limit ? dayjs(draft.limit) : null} onChange={(day) => set({ limit: day?.format('YYYY-MM-DD') })} />
            </Form.Item>
          </fieldset>
        )}
      </Form>
      {tried > 0 && missing.length > 0 && (
        <div ref={lackPlace}><Alert type="error" showIcon role="alert" title={t('decision.lack.title')} description={<ul>{missing.map((lack) => <li key={lack.field + lack.key}>{t(lack.key)}{lack.field.startsWith('leftOut.') && `：${label('effectGroup', lack.field.slice('leftOut.'.length))}`}</li>)}</ul>} /></div>
      )}
      <FormProblem problem={orders.problem} />
    </Drawer>
  );
}

function Permissions({ file, outcome }: { file: Setting; outcome: (typeof OUTCOMES)[number] }) {
  const { label, pick } = useText();
  return permissionsOf(outcome, file.permissions).map((permission, index) => (
    <div key={index} className="outcome-why">
      {permission.subject && `${label('subject', permission.subject)}：`}{label('permission', permission.permission)} <SupportBadge support={permission.support} />
      <div className="quiet">{pick(permission.why)}</div>
      <Clauses clauses={permission.clauses?.map(({ doc, place }) => ({ doc, place }))} />
    </div>
  ));
}
