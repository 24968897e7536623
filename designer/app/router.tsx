import { createBrowserRouter } from 'react-router';
import { CampaignsPage } from '../campaigns/campaigns-page.tsx';
import { BrokenPage } from './broken-page.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';
import { Waiting } from '../ui/waiting.tsx';

export const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <BrokenPage />,
    // while the code of the page that was asked for is on its way
    hydrateFallbackElement: <Waiting />,
    children: [
      { path: '/', element: <CampaignsPage /> },
      {
        path: '/campaigns/:campaignId',
        lazy: async () => ({ Component: (await import('../monitor/campaign-page.tsx')).CampaignPage }),
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
