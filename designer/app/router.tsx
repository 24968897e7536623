import { createBrowserRouter } from 'react-router';
import { Allowed } from './allowed.tsx';
import { BrokenPage } from './broken-page.tsx';
import { Frame } from './frame.tsx';
import { Home } from './home.tsx';
import { NotFound } from './not-found.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** Each page's code comes when it is asked for; slow lines load what is looked at, and nothing else. */
export const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <BrokenPage />,
    // while the code of the page that was asked for is on its way
    hydrateFallbackElement: <Waiting />,
    children: [
      { path: '/', element: <Home /> },
      {
        path: '/tasks/:obligationId',
        lazy: async () => ({ Component: (await import('../report/task-page.tsx')).TaskPage }),
      },
      {
        path: '/campaigns',
        lazy: async () => ({ Component: (await import('../campaigns/campaigns-page.tsx')).CampaignsPage }),
      },
      {
        path: '/campaigns/:campaignId',
        lazy: async () => ({ Component: (await import('../monitor/campaign-page.tsx')).CampaignPage }),
      },
      {
        path: '/campaigns/:campaignId/collect/:periodKey/:unitId',
        lazy: async () => ({ Component: (await import('../collect/collect-page.tsx')).CollectPage }),
      },
      {
        path: '/campaigns/:campaignId/pass-on/:periodKey/:unitId',
        lazy: async () => ({ Component: (await import('../registers/pass-on-page.tsx')).PassOnPage }),
      },
      {
        path: '/registers',
        lazy: async () => ({ Component: (await import('../registers/registers-page.tsx')).RegistersPage }),
      },
      {
        path: '/letters/:letterId',
        lazy: async () => ({ Component: (await import('../registers/letter-page.tsx')).LetterPage }),
      },
      {
        path: '/office',
        lazy: async () => ({ Component: (await import('../registers/office-page.tsx')).OfficePage }),
      },
      {
        path: '/notices',
        lazy: async () => ({ Component: (await import('../notices/notices-page.tsx')).NoticesPage }),
      },
      {
        element: <Allowed needs="people:write" />,
        children: [
          {
            path: '/people',
            lazy: async () => ({ Component: (await import('../people/people-page.tsx')).PeoplePage }),
          },
        ],
      },
      {
        path: '/absence',
        lazy: async () => ({ Component: (await import('../people/absence-page.tsx')).AbsencePage }),
      },
      {
        element: <Allowed needs="keys:write" />,
        children: [
          {
            path: '/keys',
            lazy: async () => ({ Component: (await import('../people/keys-page.tsx')).KeysPage }),
          },
        ],
      },
      {
        element: <Allowed needs="audit:read" />,
        children: [
          {
            path: '/audit',
            lazy: async () => ({ Component: (await import('../audit/audit-page.tsx')).AuditPage }),
          },
        ],
      },
      {
        path: '/drawings',
        lazy: async () => ({ Component: (await import('../library/library-page.tsx')).LibraryPage }),
      },
      {
        path: '/drawings/:definitionId',
        lazy: async () => ({ Component: (await import('../editor-page/editor-page.tsx')).EditorPage }),
      },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
