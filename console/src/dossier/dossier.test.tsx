import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import type { Account } from '../api/types';
import { gatewayAnswers, INVESTIGATOR, show } from '../test/stub';
import { DossierPage } from './DossierPage';

const AUDITOR: Account = { ...INVESTIGATOR, jurisdiction: '000000', roles: ['AUDITOR'] };

it('names who looked where the register has the name, and the record that caused an entry', async () => {
  gatewayAnswers({
    'GET /api/oversight/v1/dossiers/p1': { body: { person: { id: 'p1', name: '冯敬之（演示）' }, sections: {}, timeline: [{ kind: 'x', label: { zh: '负面评价已撤除', en: 'x' }, on: '2026-11-21', cause: 'tolerance/81/0' }] } },
    'GET /api/oversight/v1/dossiers/p1/looks': { body: [{ id: '1', by: 'person-9', byName: '林知远（演示）', reason: '例行审计' }, { id: '2', by: 'person-8' }] },
  });
  show(<Routes><Route path="/dossiers/:person" element={<DossierPage />} /></Routes>, { at: '/dossiers/p1', account: AUDITOR });
  expect((await screen.findByText(/林知远（演示）/)).textContent).toContain('例行审计');
  expect(screen.queryByText(/person-9/)).toBeNull();
  expect(screen.getByText(/person-8/).textContent).toContain('未注明理由');
  expect(screen.getByText(/起因：/).textContent).toContain('容错纠错　账本位置 81');
});
