import {
  activateDevice,
  changeDevice,
  changeDevices,
  createDevice,
  deleteDevice,
  deleteDeviceFile,
  getDevice,
  listDeviceActivity,
  listDeviceModels,
  listDevices,
  moveDevice,
  retireDevice,
  uploadDeviceFile,
  type ChangeDevice,
  type ChangeDevices,
  type CreateDevice,
  type Device,
  type DeviceChanges,
  type DeviceFile,
  type ListDevicesData,
} from '@latchkey/api-client';
import { getDeviceOptions, listDeviceFilesOptions } from '@latchkey/api-client/query';
import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PaletteItem } from '../../app/shell/palette';

export type DeviceQuery = NonNullable<ListDevicesData['query']>;

const PALETTE_RESULTS = 5;

export const useDevices = (query: DeviceQuery) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listDevices', query }],
    queryFn: async ({ pageParam, signal }) =>
      (await listDevices({ query: { ...query, cursor: pageParam, limit: 50 }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** What Ctrl+K finds. */
export const searchDevices = async (text: string, signal: AbortSignal): Promise<readonly PaletteItem[]> => {
  const { data } = await listDevices({ query: { q: text, limit: PALETTE_RESULTS }, signal });
  return data.items.map(({ id, name, deployment, position }) => ({
    id,
    label: name,
    description: [deployment.name, position].filter(Boolean).join(' · '),
    to: `/devices/${id}`,
  }));
};

/** The device that the portal is previewed with. */
export const firstDeviceOptions = (deploymentId: string) =>
  queryOptions({
    queryKey: [{ _id: 'listDevices', first: deploymentId }],
    queryFn: async ({ signal }) => {
      const { data } = await listDevices({ query: { deploymentId, status: 'active', limit: 1 }, signal });
      return data.items[0] ?? null;
    },
  });

export const deviceModelsOptions = (text: string) =>
  queryOptions({
    queryKey: [{ _id: 'listDeviceModels', text }],
    queryFn: async ({ signal }) => (await listDeviceModels({ query: text ? { q: text } : {}, signal })).data.items,
    placeholderData: keepPreviousData,
  });

export const useDevice = (id: string) => useQuery(getDeviceOptions({ path: { id } }));
export const fetchDevice = async (id: string): Promise<Device> => (await getDevice({ path: { id } })).data;
export const useDeviceFiles = (id: string) => useQuery(listDeviceFilesOptions({ path: { id } }));

export const useDeviceActivity = (id: string) =>
  useInfiniteQuery({
    queryKey: [{ _id: 'listDeviceActivity', id }],
    queryFn: async ({ pageParam, signal }) =>
      (await listDeviceActivity({ path: { id }, query: { cursor: pageParam }, signal })).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const saveNewDevice = async (body: CreateDevice, key: string): Promise<Device> =>
  (await createDevice({ body, headers: { 'Idempotency-Key': key } })).data;

export const saveDevice = async (row: { id: string; version: number }, body: ChangeDevice): Promise<Device> =>
  (await changeDevice({ path: { id: row.id }, headers: { 'If-Match': `"${row.version}"` }, body })).data;

export const saveDevices = async (body: ChangeDevices): Promise<DeviceChanges['items']> =>
  (await changeDevices({ body })).data.items;

export const transferDevice = (id: string, deploymentId: string) =>
  moveDevice({ path: { id }, body: { deploymentId } });
export const takeOutOfService = (id: string) => retireDevice({ path: { id } });
export const putIntoService = (id: string) => activateDevice({ path: { id } });
export const removeDevice = (id: string) => deleteDevice({ path: { id } });

export const FILE_TYPES: Record<DeviceFile['kind'], readonly DeviceFile['type'][]> = {
  photo: ['image/jpeg', 'image/png', 'image/webp'],
  manual: ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'],
};

/** The file itself is the body. */
export const uploadFile = async (id: string, kind: DeviceFile['kind'], file: File): Promise<DeviceFile> =>
  (
    await uploadDeviceFile({
      path: { id },
      query: { kind, name: file.name.slice(0, 200) },
      body: file,
      headers: { 'Content-Type': file.type },
    })
  ).data;

export const removeFile = (id: string) => deleteDeviceFile({ path: { id } });
export const deviceFileHref = (id: string): string => `/api/v1/device-files/${id}`;

/** The photo that visitors see. */
export const useDevicePhoto = (id: string | undefined): string | null =>
  useQuery({ ...getDeviceOptions({ path: { id: id ?? '' } }), enabled: id !== undefined }).data?.photoFileId ?? null;
