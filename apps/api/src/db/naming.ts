import { createHash } from 'node:crypto';
import { DefaultNamingStrategy, type Table } from 'typeorm';

const snake = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** PostgreSQL cuts names at 63 bytes silently; two long names could then meet. */
function fit(name: string): string {
  return name.length <= 63 ? name : `${name.slice(0, 54)}_${createHash('sha1').update(name).digest('hex').slice(0, 8)}`;
}

const tableOf = (table: Table | string): string =>
  (typeof table === 'string' ? table : table.name).split('.').pop() ?? '';

/** snake_case columns, and constraint names that say what they are about. */
export class SnakeNaming extends DefaultNamingStrategy {
  override tableName(className: string, given?: string): string {
    return given ?? snake(className);
  }
  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, given ?? property].join('_'));
  }
  override joinColumnName(relation: string, column: string): string {
    return snake(`${relation}_${column}`);
  }
  override primaryKeyName(table: Table | string): string {
    return fit(`pk_${tableOf(table)}`);
  }
  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return fit(`uq_${tableOf(table)}_${columns.toSorted().join('_')}`);
  }
  override foreignKeyName(table: Table | string, columns: string[]): string {
    return fit(`fk_${tableOf(table)}_${columns.toSorted().join('_')}`);
  }
  override indexName(table: Table | string, columns: string[]): string {
    return fit(`ix_${tableOf(table)}_${columns.toSorted().join('_')}`);
  }
}
