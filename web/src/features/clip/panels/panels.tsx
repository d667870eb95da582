import { Center, Loader, Tabs } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import { panelNames, useWorkspace, type PanelName } from '@/workspace/workspace';
import { doors } from './doors';
import { PanelFault } from './panel-fault';
import classes from './panels.module.css';

/** Everything that is said about the clip, one panel at a time; which one is part of the page's address. */
export function Panels() {
  const { t } = useTranslation('clip');
  const { panel, openPanel } = useWorkspace();
  useKeys(
    t('panels.title'),
    panelNames.map((name, index) => ({
      keys: String(index + 1),
      label: t(`panels.${name}` as never),
      run: () => openPanel(name),
    })),
  );
  const Open = doors[panel];
  return (
    <Tabs
      value={panel}
      onChange={(name) => openPanel((name ?? 'claims') as PanelName)}
      keepMounted={false}
      activateTabWithKeyboard={false}
    >
      <Tabs.List className={classes['list']} aria-label={t('panels.title')}>
        {panelNames.map((name) => (
          <Tabs.Tab key={name} value={name} px={7} fz={13}>
            {t(`panels.${name}` as never)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={panel} pt="sm" className={classes['panel']}>
        <PanelFault key={panel}>
          <Suspense
            fallback={
              <Center mih={160}>
                <Loader aria-label={t('loading')} />
              </Center>
            }
          >
            <Open />
          </Suspense>
        </PanelFault>
      </Tabs.Panel>
    </Tabs>
  );
}
