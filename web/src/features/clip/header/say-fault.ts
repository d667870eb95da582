import { notifications } from '@mantine/notifications';

/** For acts of one click, which have no form that could show what went wrong. */
export function sayFault(error: Error, title: string): void {
  notifications.show({ title, message: error.message, color: 'red', autoClose: 10_000 });
}
