import 'maplibre-gl/dist/maplibre-gl.css';
import { Alert, Skeleton, Text, useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mapSetupQuery } from '../map-queries';
import { DeskMap } from './desk-map';
import type { MapCanvasProps } from './map-canvas';
import styles from './map-canvas.module.css';
import { hasWebGl } from './web-gl';

/** From here on the borders of countries say nothing any more. */
const TOO_CLOSE = 9;

/** Heavy (the map library): only ever loaded by `MapCanvas`. */
export function MaplibreCanvas(props: MapCanvasProps) {
  const { label, content, fitTo, isClustered = false, onPick } = props;
  const { t, i18n } = useTranslation('map');
  const scheme = useComputedColorScheme('light');
  const { data: setup, isPending } = useQuery(mapSetupQuery);
  const [isAble] = useState(hasWebGl);
  const container = useRef<HTMLDivElement>(null);
  const map = useRef<DeskMap | null>(null);
  const [state, setState] = useState<'opening' | 'open' | 'drawn' | 'failed'>('opening');
  const [zoom, setZoom] = useState(0);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const tilesUrl = setup?.tiles?.url ?? null;

  useEffect(() => {
    const element = container.current;
    if (element === null || isPending || !isAble) return undefined;
    let isGone = false;
    const open = async () => {
      const opened = await DeskMap.open({
        container: element,
        scheme,
        language: i18n.language,
        tilesUrl,
        isClustered,
        attribution: t('canvas.borders'),
        texts: {
          'Map.Title': label,
          'NavigationControl.ZoomIn': t('canvas.zoomIn'),
          'NavigationControl.ZoomOut': t('canvas.zoomOut'),
        },
        onPick: (point) => latest.current.onPick?.(point),
        onOpen: (id) => latest.current.onOpen?.(id),
        onZoom: setZoom,
      });
      if (isGone) {
        opened.remove();
        return;
      }
      map.current = opened;
      opened.show(latest.current.content, latest.current.fitTo);
      setState('open');
      await opened.drawn();
      if (!isGone) setState('drawn');
    };
    open().catch((error: unknown) => {
      console.warn('the map cannot be drawn', error);
      if (!isGone) setState('failed');
    });
    return () => {
      isGone = true;
      map.current?.remove();
      map.current = null;
      setState('opening');
    };
  }, [isPending, isAble, tilesUrl, scheme, i18n.language, isClustered, label, t]);

  useEffect(() => map.current?.show(content, fitTo), [content, fitTo]);

  if (state === 'failed' || !isAble)
    return (
      <Alert color="gray" title={t('canvas.failed')}>
        {t('canvas.failedWhy')}
      </Alert>
    );
  return (
    <div>
      <div className={styles['frame']} dir="ltr" data-map={state}>
        <div ref={container} className={styles['map']} />
        {state === 'opening' && <Skeleton className={styles['cover'] ?? ''} animate={false} />}
        {onPick !== undefined && <div className={styles['aim']} aria-hidden />}
      </div>
      {tilesUrl === null && zoom >= TOO_CLOSE && (
        <Text size="xs" mt={4}>
          {t('canvas.noDetail')}
        </Text>
      )}
    </div>
  );
}
