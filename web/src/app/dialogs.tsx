import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { tellWindowsStand } from '@/ui/windows';
import { SignInAgain } from './sign-in-again';

/** What stands over the page. `modals` and `notifications` speak to these wherever they are: neither needs to be around the page. */
export function Dialogs() {
  useEffect(tellWindowsStand, []);
  return (
    <>
      <Notifications position="bottom-right" />
      <ModalsProvider />
      <SignInAgain />
    </>
  );
}
