import { createBrowserRouter } from 'react-router';
import { CampaignsPage } from '../campaigns/campaigns-page.tsx';
import { CampaignPage } from '../monitor/campaign-page.tsx';
import { Frame } from './frame.tsx';
import { NotFound } from './not-found.tsx';

export const router = createBrowserRouter([
  {
    element: <Frame />,
    children: [
      { path: '/', element: <CampaignsPage /> },
      { path: '/campaigns/:campaignId', element: <CampaignPage /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
