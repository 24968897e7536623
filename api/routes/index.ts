import { findEvents, latestEventCursor } from '#db';
import type { Provider } from '../auth/providers.ts';
import { FileStore } from '../files/file-store.ts';
import type { Route } from '../http/route.ts';
import type { Services } from '../services.ts';
import { EventFeed, type EventSource } from '../stream/event-feed.ts';
import { auditRoutes } from './audit/audit.ts';
import { boardRoutes } from './board/board.ts';
import { searchRoutes } from './board/search.ts';
import { calendarRoutes } from './calendars/calendars.ts';
import { campaignRoutes } from './campaigns/campaigns.ts';
import { standInRoutes } from './campaigns/stand-in.ts';
import { eventRoutes } from './campaigns/stream.ts';
import { treeRoutes } from './campaigns/tree.ts';
import { consolidationRoutes } from './consolidations/consolidations.ts';
import { exportRoutes } from './consolidations/export.ts';
import { collectRoutes } from './consolidations/table.ts';
import { definitionRoutes } from './definitions/definitions.ts';
import { keyRoutes } from './keys/keys.ts';
import { letterRoutes } from './letters/letters.ts';
import { officeRoutes } from './letters/office.ts';
import { registerRoutes } from './letters/registers.ts';
import { meRoutes } from './me/me.ts';
import { noticeRoutes } from './notices/notices.ts';
import { draftRoutes } from './obligations/draft.ts';
import { attachmentRoutes } from './obligations/attachments.ts';
import { extensionRoutes } from './obligations/extensions.ts';
import { obligationRoutes } from './obligations/obligations.ts';
import { delegationRoutes } from './people/delegations.ts';
import { peopleRoutes } from './people/people.ts';
import { postRoutes } from './people/posts.ts';
import { bulkRoutes } from './tasks/bulk.ts';
import { filterRoutes } from './tasks/filters.ts';
import { taskRoutes } from './tasks/tasks.ts';
import { organisationRoutes } from './units/organisation.ts';
import { unitRoutes } from './units/units.ts';

const EVENTS_PER_READ = 500;

/** Every route there is; the document and the application are both made from this list. */
export function apiRoutes(
  services: Pick<Services, 'pool' | 'log' | 'dataDir'>,
  provider: Provider | null,
): { readonly routes: readonly Route[]; readonly close: () => void } {
  const source: EventSource = {
    head: (campaignId) => latestEventCursor(services.pool, campaignId),
    read: (watched, after) => findEvents(services.pool, { ...watched, after, limit: EVENTS_PER_READ }),
  };
  const feed = new EventFeed({
    source,
    onError: (error) => services.log.warn({ err: error }, 'event stream'),
  });
  // one for all: it is what keeps placing and withdrawing of the same content apart
  const files = new FileStore(services.dataDir);
  const routes = [
    ...meRoutes(provider),
    ...peopleRoutes(provider),
    ...postRoutes,
    ...delegationRoutes,
    ...keyRoutes,
    ...unitRoutes,
    ...organisationRoutes,
    ...calendarRoutes,
    ...definitionRoutes,
    ...campaignRoutes,
    ...standInRoutes,
    ...treeRoutes,
    ...eventRoutes(feed, source),
    ...consolidationRoutes,
    ...collectRoutes,
    ...exportRoutes,
    ...obligationRoutes,
    ...extensionRoutes,
    ...draftRoutes,
    ...attachmentRoutes(files),
    ...registerRoutes,
    ...letterRoutes(files),
    ...officeRoutes(files),
    ...noticeRoutes,
    ...auditRoutes,
    ...boardRoutes,
    ...searchRoutes,
    ...taskRoutes,
    ...bulkRoutes,
    ...filterRoutes,
  ];
  return { routes, close: () => feed.close() };
}
