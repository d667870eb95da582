import { AppShell, Burger, Group, NavLink, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { ChartColumn, Film, Inbox, Map, Plus, Settings, Tag, Users } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { live } from '@/api/live';
import { useKeys } from '@/keys/keys';
import { KeysOverlay } from '@/keys/keys-overlay';
import { ConnectionSign } from './connection-sign';

const places = [
  { to: '/inbox', name: 'inbox', key: 'g i', icon: Inbox },
  { to: '/clips', name: 'clips', key: 'g c', icon: Film },
  { to: '/submit', name: 'submit', key: 'g s', icon: Plus },
  { to: '/map', name: 'map', key: 'g m', icon: Map },
  { to: '/subjects', name: 'subjects', key: 'g u', icon: Tag },
  { to: '/dashboard', name: 'dashboard', key: 'g d', icon: ChartColumn },
  { to: '/people', name: 'people', key: 'g p', icon: Users },
  { to: '/account', name: 'account', key: 'g a', icon: Settings },
] as const;

/** What surrounds every page: where one can go, whether the desk is heard, and the keys. */
export function Shell() {
  const { t } = useTranslation('app');
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => live.start(queries), [queries]);
  useEffect(close, [path, close]);
  useKeys(
    t('goTo'),
    places.map(({ to, name, key }) => ({
      keys: key,
      label: t(`nav.${name}` as never),
      run: () => void navigate({ to }),
    })),
  );
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 180, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <a className="sl-skip" href="#content">
        {t('skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={isOpen}
              onClick={toggle}
              hiddenFrom="md"
              size="sm"
              aria-label={t('menu')}
              aria-expanded={isOpen}
            />
            <Text fw={700} component={Link} to="/inbox" c="inherit" td="none">
              Sightline
            </Text>
          </Group>
          <ConnectionSign />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" component="nav" aria-label={t('navigation')} style={{ overflowY: 'auto' }}>
        {places.map(({ to, name, icon: Icon }) => (
          <NavLink
            key={to}
            component={Link}
            to={to}
            label={t(`nav.${name}` as never)}
            leftSection={<Icon size={16} aria-hidden />}
            active={path.startsWith(to)}
            {...(path.startsWith(to) ? { 'aria-current': 'page' as const } : {})}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
      <KeysOverlay />
    </AppShell>
  );
}
