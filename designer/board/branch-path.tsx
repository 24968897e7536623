import { Anchor, Breadcrumbs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Branch {
  readonly unitId: string;
  readonly unitName: string;
}

interface BranchPathProps {
  readonly path: readonly Branch[];
  /** To the first `depth` units of the path. */
  readonly goTo: (depth: number) => void;
}

/** Below whom the branches shown lie. */
export function BranchPath({ path, goTo }: BranchPathProps) {
  const { t } = useTranslation();
  const names = [t('board.top'), ...path.map(({ unitName }) => unitName)];
  return (
    <nav aria-label={t('board.path')}>
      <Breadcrumbs separatorMargin={6}>
        {names.map((name, depth) =>
          depth === path.length ? (
            <Text key={name} size="sm" fw={600} lang="vi" aria-current="true">
              {name}
            </Text>
          ) : (
            <Anchor
              key={name}
              component="button"
              type="button"
              size="sm"
              lang="vi"
              onClick={() => goTo(depth)}
            >
              {name}
            </Anchor>
          ),
        )}
      </Breadcrumbs>
    </nav>
  );
}
