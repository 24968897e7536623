export { type RunningApi, startApi } from './server.ts';
export { type ApiSettings, readApiSettings } from './settings.ts';
export { openApiDocument } from './openapi/document.ts';
export { apiRoutes } from './routes/index.ts';
