import { describe, expect, it } from 'vitest';
import { customerQuery, toSort } from './customer-list-params';

describe('the address of the customer list', () => {
  it('becomes the request', () => {
    expect(customerQuery({ search: ' nordic ', sort: '-created', filters: { status: ['inactive'] } })).toEqual({
      q: 'nordic',
      sort: 'newest',
      status: 'inactive',
    });
  });

  it('leaves out what it cannot mean', () => {
    expect(customerQuery({ search: '', sort: 'colour', filters: { status: ['purple'] } })).toEqual({ sort: 'name' });
  });

  it.each([
    ['name', 'name'],
    ['-name', 'name'],
    ['created', '-created'],
    ['-created', '-created'],
  ])('sorts by %s as %s', (wanted, sort) => expect(toSort(wanted)).toBe(sort));
});
