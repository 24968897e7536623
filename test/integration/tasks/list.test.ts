import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { identify, listTasks, seed, type Task } from '#acts';
import type { Principal } from '#model';
import { bacKan, type CampaignScene } from '../../harness/campaign-scene.ts';
import { type OwnDatabase, ownDatabase } from '../../harness/own-database.ts';
import { valueOf } from '../../harness/value-of.ts';

let database: OwnDatabase;
let scene: CampaignScene;

beforeAll(async () => {
  database = await ownDatabase(inject('stack').databaseUrl, 'tasks');
  await seed({ pool: database.pool, dataDir: null, log: () => {} });
  scene = await bacKan(database.pool);
});
afterAll(() => database.drop());

const person = async (subject: string): Promise<Principal> => {
  const found = await identify(database.pool, subject);
  if (found === null) throw new Error(`nobody is ${subject}`);
  return found.principal;
};
const tasksOf = async (subject: string, query = {}): Promise<readonly Task[]> =>
  valueOf(await listTasks({ pool: database.pool, principal: await person(subject) }, query)).items;

describe('x', () => {
  it('y', async () => {
    for (const who of ['vd-can-bo-duc-xuan', 'vd-chuyen-vien-kinh-te', 'vd-lanh-dao-bk'])
      console.log(who, JSON.stringify(await tasksOf(who), null, 1));
    expect(scene.campaignId).toBeTruthy();
  });
});
