import { median } from '../measure.ts';
import { openPage } from './browser.ts';
import { dragMany, dragOne, type Gesture, nothing, pan, zoom } from './gestures.ts';
import type { Pages } from './pages.ts';
import type { Recorded } from './pages/recorder.ts';

const ROUNDS = 3;
const PAGES = ['bare', 'ours'] as const;
type PageName = (typeof PAGES)[number];

interface Scene {
  readonly name: string;
  readonly query: string;
  /** `false`: as fast as the page can, so that a rate says what a frame costs and not what the display shows. */
  readonly atDisplayRate: boolean;
  readonly gestures: Readonly<Record<string, Gesture>>;
}

const gestures = { pan, zoom, 'drag one': dragOne, 'drag twenty': dragMany };
const working = (count: number): Scene => ({
  name: `${count.toLocaleString('en')} nodes, working zoom`,
  query: `nodes=${count}&view=working`,
  atDisplayRate: true,
  gestures,
});
const SCENES: readonly Scene[] = [
  ...[200, 1_000, 2_000].map(working),
  {
    name: '200 nodes, all in view',
    query: 'nodes=200&view=whole',
    atDisplayRate: false,
    gestures: { pan, zoom, 'drag one': dragOne },
  },
];
const EMPTY: Scene = { name: 'empty page', query: '', atDisplayRate: true, gestures: { nothing } };

/** Medians of the rounds. */
export interface FrameTimes {
  /** 95th percentile of the time between frames, ms: a multiple of the display's 16.7. */
  readonly p95: number;
  /** Frames a second over the whole gesture. */
  readonly rate: number;
  /** The most tasks over 50 ms in any round. */
  readonly longTasks: number;
}

export interface SceneTimes {
  readonly scene: string;
  readonly gesture: string;
  readonly bare: FrameTimes;
  readonly ours: FrameTimes;
}

export interface Frames {
  readonly empty: FrameTimes;
  readonly scenes: readonly SceneTimes[];
}

/** Frame times of scripted gestures in Chromium: an empty page, React Flow alone and the designer's canvas in turn. */
export async function measureFrames({ url }: Pages): Promise<Frames> {
  const taken = new Map<string, Recorded[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await play({ url, scene: EMPTY, name: 'empty', taken });
    for (const scene of SCENES) {
      for (const name of PAGES) await play({ url, scene, name, taken });
    }
  }
  const empty = summary(taken.get(keyOf({ scene: EMPTY, gesture: 'nothing', name: 'empty' })) ?? []);
  return { empty, scenes: SCENES.flatMap((scene) => timesOf(scene, taken)) };
}

interface Playing {
  readonly url: string;
  readonly scene: Scene;
  readonly name: PageName | 'empty';
  readonly taken: Map<string, Recorded[]>;
}

async function play({ url, scene, name, taken }: Playing): Promise<void> {
  const { page, close } = await openPage(`${url}/${name}.html?${scene.query}`, scene);
  try {
    await page.waitForTimeout(SETTLING_MS);
    for (const [gesture, perform] of Object.entries(scene.gestures)) {
      const key = keyOf({ scene, gesture, name });
      taken.set(key, [...(taken.get(key) ?? []), await perform(page)]);
      await page.waitForTimeout(SETTLING_MS / 4);
    }
  } finally {
    await close();
  }
}

/** The canvas moves to its first view with a short animation. */
const SETTLING_MS = 800;

const keyOf = (at: { scene: Scene; gesture: string; name: Playing['name'] }): string =>
  [at.scene.name, at.gesture, at.name].join(' / ');

function timesOf(scene: Scene, taken: ReadonlyMap<string, Recorded[]>): SceneTimes[] {
  return Object.keys(scene.gestures).map((gesture) => {
    const of = (name: PageName) => summary(taken.get(keyOf({ scene, gesture, name })) ?? []);
    return { scene: scene.name, gesture, bare: of('bare'), ours: of('ours') };
  });
}

function summary(rounds: readonly Recorded[]): FrameTimes {
  return {
    p95: median(rounds.map(({ frames }) => percentile(frames, 0.95))),
    rate: median(rounds.map(({ frames }) => rateOf(frames))),
    longTasks: Math.max(...rounds.map(({ longTasks }) => longTasks.length)),
  };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const rateOf = (frames: readonly number[]): number =>
  (1000 * frames.length) / frames.reduce((a, b) => a + b, 0);
