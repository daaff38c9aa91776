import { Spin } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { AccountabilityPage } from '../accountability/AccountabilityPage';
import { AppealPage } from '../appeals/AppealPage';
import { AppealsPage } from '../appeals/AppealsPage';
import { CandidatesPage } from '../assessment/CandidatesPage';
import { EvaluationsPage } from '../assessment/EvaluationsPage';
import { AuditPage } from '../audit/AuditPage';
import { ClarificationsPage } from '../clarification/ClarificationsPage';
import { FeedbackDutiesPage } from '../clarification/FeedbackDutiesPage';
import { ReportPage } from '../clarification/ReportPage';
import { ReportsPage } from '../clarification/ReportsPage';
import { DossierPage, DossierSearchPage, MyDossierPage } from '../dossier/DossierPage';
import { ErasuresPage } from '../erasure/ErasuresPage';
import { useText } from '../i18n/text';
import { NominationsPage } from '../incentive/NominationsPage';
import { TalksPage } from '../incentive/TalksPage';
import { Nothing } from '../kit/Answer';
import { Page } from '../kit/Page';
import { ProblemView } from '../kit/ProblemView';
import { ClausesPage } from '../policy/ClausesPage';
import { ComparisonPage } from '../policy/ComparisonPage';
import { GapsPage } from '../policy/GapsPage';
import { MechanismsPage } from '../policy/MechanismsPage';
import { ParametersPage } from '../policy/ParametersPage';
import { PolicyPage } from '../policy/PolicyPage';
import { SearchPage } from '../policy/SearchPage';
import { TrialPage } from '../policy/TrialPage';
import { ChangePage } from '../policychange/ChangePage';
import { ChangesPage } from '../policychange/ChangesPage';
import { ConflictsPage } from '../policychange/ConflictsPage';
import { DraftPage } from '../policychange/DraftPage';
import { PacksPage } from '../policychange/PacksPage';
import { SetupPage } from '../policychange/SetupPage';
import { QuestionPage, QuestionsPage } from '../questions/QuestionsPage';
import { ReadsPage } from '../reads/ReadsPage';
import { TaskPage } from '../rectification/TaskPage';
import { TasksPage } from '../rectification/TasksPage';
import { AccountProvider, useAccount, useSession } from '../session/session';
import { SignInPage } from '../session/SignInPage';
import { CasePage } from '../tolerance/CasePage';
import { CasesPage } from '../tolerance/CasesPage';
import { WorkbenchPage } from '../workbench/WorkbenchPage';
import { Frame } from './Frame';
import { mayVisit } from './places';

// The chart library is the largest part of the console; only those who open the dashboard fetch it.
const DashboardPage = lazy(() => import('../dashboard/DashboardPage'));

/** The console: sign-in for those who are not, the pages of his roles for everyone else. */
export function Console() {
  const session = useSession();
  const { t } = useText();
  if (session.isPending) return <div className="centred" role="status"><Spin size="large" /><span className="for-readers">{t('state.loading')}</span></div>;
  if (session.isError) return <div className="centred"><ProblemView problem={session.error} onRetry={() => void session.refetch()} /></div>;
  if (!session.data) return <SignInPage />;
  return (
    <AccountProvider account={session.data}>
      <Frame>
        <Guard>
          <Suspense fallback={<div className="centred" role="status"><Spin size="large" /></div>}>
            <Routes>
              <Route path="/" element={<Navigate to="/workbench" replace />} />
              <Route path="/workbench" element={<WorkbenchPage />} />
              <Route path="/questions" element={<QuestionsPage />} />
              <Route path="/questions/:service/:id" element={<QuestionPage />} />
              <Route path="/me" element={<MyDossierPage />} />
              <Route path="/accountability-cases" element={<AccountabilityPage />} />
              <Route path="/accountability-cases/:id" element={<AccountabilityPage />} />
              <Route path="/tolerance-cases" element={<CasesPage />} />
              <Route path="/tolerance-cases/:id" element={<CasePage />} />
              <Route path="/rectification-tasks" element={<TasksPage />} />
              <Route path="/rectification-tasks/:id" element={<TaskPage />} />
              <Route path="/appeals" element={<AppealsPage />} />
              <Route path="/appeals/:id" element={<AppealPage />} />
              <Route path="/negative-evaluations/:id?" element={<EvaluationsPage />} />
              <Route path="/candidates/:person?" element={<CandidatesPage />} />
              <Route path="/award-nominations/:id?" element={<NominationsPage />} />
              <Route path="/talks/:id?" element={<TalksPage />} />
              <Route path="/reports" element={<ReportsPage />} />
              <Route path="/reports/:id" element={<ReportPage />} />
              <Route path="/feedback-duties/:id?" element={<FeedbackDutiesPage />} />
              <Route path="/clarifications" element={<ClarificationsPage />} />
              <Route path="/dossiers" element={<DossierSearchPage />} />
              <Route path="/dossiers/:person" element={<DossierPage />} />
              <Route path="/dashboards/tolerance" element={<DashboardPage />} />
              <Route path="/audit" element={<AuditPage />} />
              <Route path="/policy" element={<PolicyPage />} />
              <Route path="/policy/clauses/:code?" element={<ClausesPage />} />
              <Route path="/policy/mechanisms/:id?" element={<MechanismsPage />} />
              <Route path="/policy/parameters" element={<ParametersPage />} />
              <Route path="/policy/comparison" element={<ComparisonPage />} />
              <Route path="/policy/gaps" element={<GapsPage />} />
              <Route path="/policy/search" element={<SearchPage />} />
              <Route path="/policy/trial" element={<TrialPage />} />
              <Route path="/policy/packs" element={<PacksPage />} />
              <Route path="/policy/changes" element={<ChangesPage />} />
              <Route path="/policy/changes/new" element={<DraftPage />} />
              <Route path="/policy/changes/:id" element={<ChangePage />} />
              <Route path="/policy/conflicts" element={<ConflictsPage />} />
              <Route path="/policy/setup" element={<SetupPage />} />
              <Route path="/reads" element={<ReadsPage />} />
              <Route path="/erasures" element={<ErasuresPage />} />
              <Route path="*" element={<NoSuchPage />} />
            </Routes>
          </Suspense>
        </Guard>
      </Frame>
    </AccountProvider>
  );
}

function Guard({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return mayVisit(useAccount(), pathname) ? children : <NoSuchPage />;
}

/** The same words for a page that does not exist and for one that is not this account's. */
function NoSuchPage() {
  const { t } = useText();
  return <Page title={t('page.missing')}><Nothing text={t('page.missing.text')} /></Page>;
}
