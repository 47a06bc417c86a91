/** Apart from the toasts' own file, so that the region is loaded after the first screen. */
export { Notifications as ToastRegion } from '@mantine/notifications';
