import { Button, Group, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace, type EvidenceEntry } from '@/workspace/workspace';
import type { Point, Shape, Tone } from '../canvas/map-content';
import { MarkSign } from '../canvas/mark-sign';
import { coordinates, metres } from './coordinates';
import type { PlaceScene } from './place-content';

interface Props {
  readonly scene: PlaceScene;
  readonly onTake: (point: Point) => void;
}

/** In words everything that the map shows. */
export function PlaceList({ scene, onTake }: Props) {
  const { t } = useTranslation('map');
  const { claimed, embedded, found, landmarks } = scene;
  return (
    <List listStyleType="none" spacing={6} aria-label={t('list.label')}>
      {claimed.map(({ claim, place, point, radiusM, rings }) => (
        <Item
          key={claim.id}
          sign={{ shape: 'square', tone: 'claimed', isHollow: true }}
          name={t('placeKind.claimed')}
          point={point}
          onTake={onTake}
        >
          <bdi>{place ?? claim.statement}</bdi>
          {point === null && <> · {t('list.noPoint')}</>}
          {radiusM !== null && <> · {t('list.radius', { distance: metres(radiusM) })}</>}
          {rings.length > 0 && <> · {t('list.polygon')}</>}
        </Item>
      ))}
      {embedded === null ? (
        <Item sign={{ shape: 'diamond', tone: 'embedded' }} name={t('placeKind.embedded')} point={null}>
          {t('list.noEmbedded')}
        </Item>
      ) : (
        <Item
          sign={{ shape: 'diamond', tone: 'embedded' }}
          name={t('placeKind.embedded')}
          point={embedded}
          evidence={{ kind: 'metadata', ref: 'gps' }}
          onTake={onTake}
        >
          {t('list.embeddedNote')}
        </Item>
      )}
      {found.map(({ finding, point, uncertaintyM, viewDirectionDeg, fieldOfViewDeg }) => (
        <Item
          key={finding.id}
          sign={{ shape: 'star', tone: 'found' }}
          name={t('placeKind.found')}
          point={point}
          evidence={{ kind: 'finding', ref: finding.id }}
          onTake={onTake}
        >
          {t(`stance.${finding.stance}` as never)}: <bdi>{finding.summary}</bdi>
          {uncertaintyM !== null && <> · {t('list.uncertainty', { distance: metres(uncertaintyM) })}</>}
          {viewDirectionDeg !== null && <> · {t('list.view', { deg: viewDirectionDeg })}</>}
          {fieldOfViewDeg !== null && <> · {t('list.field', { deg: fieldOfViewDeg })}</>}
          {finding.rule !== null && (
            <>
              {' '}
              · {t('list.byRule')} <bdi>{finding.rule}</bdi>
            </>
          )}
        </Item>
      ))}
      {landmarks.map(({ annotation, point, agree, note }) => (
        <Item
          key={annotation.id}
          sign={{ shape: agree ? 'triangle' : 'cross', tone: agree ? 'agree' : 'disagree' }}
          name={t('list.landmark')}
          point={point}
          evidence={{ kind: 'annotation', ref: annotation.id }}
          frameId={annotation.frameId}
        >
          {t(agree ? 'list.agrees' : 'list.disagrees')}
          {annotation.body[0] !== undefined && (
            <>
              : <bdi>{annotation.body[0].value}</bdi>
            </>
          )}
          {note !== null && (
            <>
              {' '}
              · <bdi>{note}</bdi>
            </>
          )}
        </Item>
      ))}
    </List>
  );
}

interface ItemProps {
  readonly sign: { readonly shape: Shape; readonly tone: Tone; readonly isHollow?: boolean };
  readonly name: string;
  readonly point: Point | null;
  readonly evidence?: EvidenceEntry;
  readonly frameId?: string | null;
  readonly onTake?: (point: Point) => void;
  readonly children: ReactNode;
}

function Item({ sign, name, point, evidence, frameId = null, onTake, children }: ItemProps) {
  const { t } = useTranslation('map');
  const workspace = useWorkspace();
  const isKept =
    evidence !== undefined &&
    workspace.evidence.some(({ kind, ref }) => kind === evidence.kind && ref === evidence.ref);
  return (
    <List.Item styles={{ itemWrapper: { display: 'block' } }}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <MarkSign {...sign} size={18} />
        <div style={{ minInlineSize: 0 }}>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }} lineClamp={6}>
            <b>{name}</b> {point !== null && <span dir="ltr">{coordinates(point)}</span>} · {children}
          </Text>
          <Group gap={6} mt={2}>
            {point !== null && onTake !== undefined && (
              <Button size="compact-xs" mih={24} variant="default" onClick={() => onTake(point)}>
                {t('list.take')}
              </Button>
            )}
            {frameId !== null && (
              <Button
                size="compact-xs"
                mih={24}
                variant="default"
                onClick={() => workspace.selectFrame(frameId)}
              >
                {t('list.frame')}
              </Button>
            )}
            {evidence !== undefined && (
              <Button
                size="compact-xs"
                mih={24}
                variant="default"
                disabled={isKept}
                onClick={() => workspace.addEvidence(evidence)}
              >
                {t(isKept ? 'list.isEvidence' : 'list.useAsEvidence')}
              </Button>
            )}
          </Group>
        </div>
      </Group>
    </List.Item>
  );
}
