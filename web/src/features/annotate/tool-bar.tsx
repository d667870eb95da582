import { Button, Group, Tooltip, type GroupProps } from '@mantine/core';
import {
  Clock,
  Maximize2,
  Minimize2,
  Dot,
  Image,
  Redo2,
  Spline,
  Square,
  Triangle,
  Undo2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Tool } from './draft';

export const tools: readonly { readonly tool: Tool; readonly keys: string; readonly icon: typeof Square }[] =
  [
    { tool: 'rectangle', keys: 'a r', icon: Square },
    { tool: 'polygon', keys: 'a p', icon: Triangle },
    { tool: 'line', keys: 'a l', icon: Spline },
    { tool: 'point', keys: 'a d', icon: Dot },
    { tool: 'whole', keys: 'a f', icon: Image },
    { tool: 'range', keys: 'a t', icon: Clock },
  ];

interface Props {
  readonly chosen: Tool | null;
  readonly isOpen: (tool: Tool) => boolean;
  readonly onChoose: (tool: Tool) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isLarge: boolean;
  readonly onLarge: () => void;
}

/** What can be drawn, and back and forward. */
export function ToolBar({
  chosen,
  isOpen,
  onChoose,
  onUndo,
  onRedo,
  canUndo,
  canRedo,
  isLarge,
  onLarge,
}: Props) {
  const { t } = useTranslation('annotate');
  return (
    <Bar label={t('tools')}>
      {tools.map(({ tool, keys, icon: Icon }) => (
        <Tooltip key={tool} label={<span dir="ltr">{keys}</span>} openDelay={400}>
          <Button
            size="compact-sm"
            variant={chosen === tool ? 'filled' : 'default'}
            leftSection={<Icon size={16} aria-hidden />}
            aria-pressed={chosen === tool}
            disabled={!isOpen(tool)}
            onClick={() => onChoose(tool)}
          >
            {t(`tool.${tool}` as never)}
          </Button>
        </Tooltip>
      ))}
      <Group gap={4} ms="auto" wrap="nowrap">
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canUndo}
          onClick={onUndo}
          leftSection={<Undo2 size={16} aria-hidden />}
        >
          {t('undo')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={!canRedo}
          onClick={onRedo}
          leftSection={<Redo2 size={16} aria-hidden />}
        >
          {t('redo')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          aria-pressed={isLarge}
          onClick={onLarge}
          leftSection={isLarge ? <Minimize2 size={16} aria-hidden /> : <Maximize2 size={16} aria-hidden />}
        >
          {isLarge ? t('smaller') : t('larger')}
        </Button>
      </Group>
    </Bar>
  );
}

function Bar({ label, children }: { readonly label: string; readonly children: GroupProps['children'] }) {
  return (
    <Group gap={4} role="toolbar" aria-label={label}>
      {children}
    </Group>
  );
}
