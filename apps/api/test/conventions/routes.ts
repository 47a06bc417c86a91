import type { INestApplication } from '@nestjs/common';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { API_PREFIX, UNPREFIXED } from '../../src/app.js';
import { ACCESS, type Access } from '../../src/http/access.js';
import { RETURNS, RETURNS_FILE } from '../../src/http/returns.js';

/** What Nest knows of one route, read from the decorators of the running app. */
export interface Route {
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With the prefix, parameters as `:id`. */
  path: string;
  access: Access | undefined;
  hasReturns: boolean;
  /** Arguments taken with @Body, @Query or @Param, and whether a schema stands beside each. */
  inputs: { kind: 'body' | 'query' | 'param'; hasSchema: boolean }[];
}

type Handler = (...args: never[]) => unknown;
type Controller = abstract new (...args: never[]) => object;

const INPUTS: Record<string, 'body' | 'query' | 'param'> = { '3': 'body', '4': 'query', '5': 'param' };

const meta = <T>(key: string, target: object): T | undefined => Reflect.getMetadata(key, target) as T | undefined;

function join(...parts: string[]): string {
  const path = parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/');
  return `/${UNPREFIXED.includes(path) ? path : `${API_PREFIX}/${path}`}`;
}

function inputsOf(controller: Controller, name: string): Route['inputs'] {
  const args = (Reflect.getMetadata('__routeArguments__', controller, name) ?? {}) as Record<
    string,
    { schema?: unknown }
  >;
  return Object.entries(args).flatMap(([key, { schema }]) => {
    const kind = INPUTS[key.split(':')[0] ?? ''];
    return kind ? [{ kind, hasSchema: schema !== undefined }] : [];
  });
}

function routesOf(controller: Controller): Route[] {
  const prototype = controller.prototype as Record<string, Handler>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method = handler && meta<RequestMethod>('method', handler);
    if (!handler || method === undefined) return [];
    const path = join(meta<string>('path', controller) ?? '', meta<string>('path', handler) ?? '');
    const hasReturns = meta(RETURNS, handler) !== undefined || meta(RETURNS_FILE, handler) !== undefined;
    return [
      {
        name,
        method: RequestMethod[method] as Route['method'],
        path,
        access: meta<Access>(ACCESS, handler),
        hasReturns,
        inputs: inputsOf(controller, name),
      },
    ];
  });
}

/** Every route of the app, sorted by path. */
export function allRoutes(app: INestApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const classes = new Set(controllers.map((wrapper) => wrapper.metatype as Controller));
  return [...classes]
    .flatMap(routesOf)
    .sort((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`, 'en'));
}

const FRESH: Record<string, string> = {
  true: ', password within 15 minutes',
  or_key: ', password within 15 minutes or a key',
};

/** One line for the table of routes. */
export function accessText(access: Access | undefined): string {
  if (!access) return 'NOT DECLARED';
  if (access.kind === 'staff')
    return `staff ${access.permission ?? '(any)'}${FRESH[String(access.fresh)] ?? ''}${access.beforeEnrolment ? ', before a second step' : ''}`;
  if (access.kind === 'visitor') return `visitor of a ${access.of}`;
  if (access.kind === 'anyone') return access.fromElsewhere ? 'anyone, from elsewhere too' : 'anyone';
  const before = [
    access.beforeCompany ? 'before a company' : '',
    access.beforeChange ? 'before a password change' : '',
  ].filter(Boolean);
  return [`contact ${access.right ?? '(any)'}`, ...before].join(', ');
}
