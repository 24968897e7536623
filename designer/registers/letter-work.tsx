import { Button, Collapse, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { type FocusEvent, type MouseEvent, type SyntheticEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { signerProblems } from '#engine/letter-signer';
import type { Problem } from '#model';
import { EditorProvider } from '../drawing/editor.tsx';
import type { PartPath } from '../letter/letter-part.tsx';
import { LetterPreview } from '../letter/letter-preview.tsx';
import { partOfName } from '../letter/letter-places.ts';
import { Failure } from '../ui/failure.tsx';
import { AddedTasks } from './added-tasks.tsx';
import { type Letter, putLetter } from './api.ts';
import { LetterActs } from './letter-acts.tsx';
import { letterEditor } from './letter-drawing.ts';
import { LetterFacts } from './letter-facts.tsx';
import { LetterForm } from './letter-form.tsx';
import { createLetterSaver } from './letter-saver.ts';
import classes from './registers.module.css';
import { placeOf, sourceSentence } from './source-words.ts';

interface LetterWorkProps {
  readonly letter: Letter;
  readonly reload: () => void;
}

const NARROW = '(max-width: 52em)';

/** The letter being written: its fields, the sheet as it will look, and where each part of it comes from. */
export function LetterWork({ letter, reload }: LetterWorkProps) {
  const { t } = useTranslation();
  const [editor] = useState(() => letterEditor(letter.document));
  const [added, setAdded] = useState(letter.addedTasks);
  const [saver] = useState(() =>
    createLetterSaver({
      text: { document: letter.document, addedTasks: letter.addedTasks },
      revision: letter.revision,
      sources: letter.sources,
      put: (text, expected) => putLetter(letter.id, text, expected),
    }),
  );
  const { save, sources } = useStore(saver.store);
  const directive = useStore(editor.drawing, (state) => state.present.directive) ?? letter.document;
  useEffect(() => {
    if (directive !== letter.document || added !== letter.addedTasks)
      saver.changed({ document: directive, addedTasks: added });
  }, [saver, directive, added, letter]);
  useEffect(() => () => saver.stop(), [saver]);
  useEffect(() => {
    // beside the fields themselves; the press is refused by the same rule
    const problems = signerProblems(directive).map(
      (each): Problem => ({ ...each, severity: 'warning', path: ['directive', ...each.path] }),
    );
    editor.findings.getState().set({ problems });
  }, [editor, directive]);
  const goTo = (path: PartPath) => editor.view.getState().goTo(['directive', ...path]);
  const [at, look] = useState<string | null>(null);
  const narrow = useMediaQuery(NARROW, true);
  const [open, { toggle }] = useDisclosure(false);
  const shown = narrow !== true || open;
  const source = at === null ? null : sourceSentence(t, sources, placeOf(at));
  return (
    <EditorProvider editor={editor}>
      <LetterActs letter={letter} directive={directive} goTo={goTo} flush={() => saver.flush()}>
        <span role="status">{t(`registers.save.${save.kind}`)}</span>
      </LetterActs>
      {save.kind === 'failed' ? (
        <div>
          <Failure error={save.error} />
          <Button mt="xs" size="xs" variant="default" onClick={reload}>
            {t('registers.letter.reload')}
          </Button>
        </div>
      ) : null}
      <div className={classes['work']}>
        <div className={classes['columns']}>
          <section
            className={classes['sheet']}
            aria-label={t('registers.letter.sheet')}
            onMouseOver={(event: MouseEvent<HTMLElement>) => look(partUnder(event) ?? at)}
          >
            {narrow === true ? (
              <Button variant="default" fullWidth onClick={toggle} aria-expanded={open}>
                {t(open ? 'registers.letter.hideSheet' : 'registers.letter.showSheet')}
              </Button>
            ) : null}
            <Collapse expanded={shown}>
              {/* scrolled by keyboard, too */}
              <div
                className={classes['sheetBody']}
                tabIndex={0}
                role="group"
                aria-label={t('registers.letter.sheet')}
              >
                <LetterPreview
                  directive={directive}
                  active={at === null ? null : partOfName(at)}
                  onPick={goTo}
                />
              </div>
            </Collapse>
          </section>
          <div
            className={classes['form']}
            onFocusCapture={(event: FocusEvent<HTMLElement>) => look(fieldOf(event.target))}
            onSelect={(event: SyntheticEvent<HTMLElement>) => look(paragraphOf(event.target) ?? at)}
          >
            <div className={classes['source']} aria-live="polite">
              {source === null ? (
                <Text span c="dimmed" size="sm">
                  {t('registers.letter.sourceHint')}
                </Text>
              ) : (
                source
              )}
            </div>
            <LetterForm />
            {letter.kind === 'chase' ? null : (
              <AddedTasks added={added} sources={sources} onChange={setAdded} />
            )}
          </div>
        </div>
      </div>
      {/* what is added stands in the form above */}
      <LetterFacts letter={{ ...letter, addedTasks: [] }} />
    </EditorProvider>
  );
}

const partUnder = ({ target }: MouseEvent<HTMLElement>): string | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-part]')?.dataset['part']?.replaceAll('.', '/') ?? null)
    : null;

const fieldOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-place]')?.dataset['place'] ?? null) : null;

/** In the text as one piece: the paragraph of the caret. */
function paragraphOf(target: EventTarget): string | null {
  if (!(target instanceof HTMLTextAreaElement) || fieldOf(target) !== 'directive/paragraphs') return null;
  const before = target.value.slice(0, target.selectionStart).split('\n');
  // empty lines are no paragraphs
  const index = before.slice(0, -1).filter((line) => line.trim() !== '').length;
  return `directive/paragraphs/${index}`;
}
