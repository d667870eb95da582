import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { SignInAgain } from './sign-in-again';

/** What stands over the page. `modals` and `notifications` speak to these wherever they are: neither needs to be around the page. */
export function Dialogs() {
  return (
    <>
      <Notifications position="bottom-right" />
      <ModalsProvider />
      <SignInAgain />
    </>
  );
}
