import { lazy, Suspense } from 'react';
import { Navigate } from 'react-router';
import { useMe } from '../api/session.ts';
import { Waiting } from '../ui/waiting.tsx';

const TasksPage = lazy(async () => ({ default: (await import('../tasks/tasks-page.tsx')).TasksPage }));

/** Officials begin with their tasks; whoever has none by office begins with the campaigns. */
export function Home() {
  const scopes = useMe().data?.scopes ?? [];
  if (!scopes.includes('reports:write')) return <Navigate to="/campaigns" replace />;
  return (
    <Suspense fallback={<Waiting />}>
      <TasksPage />
    </Suspense>
  );
}
