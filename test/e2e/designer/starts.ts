import { randomUUID } from 'node:crypto';
import { type Content, contentOf } from './content.ts';
import type { Given } from './starting.ts';

/** What is drawn, and how it is started to be compared. */
export interface Assignment {
  readonly content: Content;
  readonly given: Given;
  /** Its own in every run: the server finds no other drawing of the name. */
  readonly title: string;
}

const assignment = (
  content: Content,
  given: Omit<Given, 'start'> & { answers: Given['start']['answers'] },
) => ({
  content,
  given: {
    units: given.units,
    start: { rootUnitId: content.template.rootUnitId, on: '2024-11-20', answers: given.answers },
  },
  title: `${randomUUID().slice(0, 8)} ${content.definition.title}`,
});

/** Document 001, the city of Bắc Kạn. */
export const documentOne = async (): Promise<Assignment> =>
  assignment(await contentOf('bac-kan-2024'), { units: {}, answers: {} });

const SCOPE = 'Phạm vi: các tỉnh, thành phố thuộc';

/** Ministry, provinces, districts, communes; started in the small region of the examples. */
export const fourLevels = async (): Promise<Assignment> =>
  assignment(await contentOf('bon-cap-2024'), {
    units: { [SCOPE]: 'Vùng thử nghiệm (ví dụ)' },
    answers: { [SCOPE]: 'vd-vung' },
  });
