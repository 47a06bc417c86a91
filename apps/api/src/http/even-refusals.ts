import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { catchError, mergeMap, type Observable, throwError, timer } from 'rxjs';
import { CONFIG, type Config } from '../config/config.js';

/**
 * Somebody who exists costs a few tenths of a millisecond more to look up than nobody does. A refusal is held back until the same
 * moment after the request for everybody, so that what is cheap to compare tells nobody who exists either (AUT-4, D7).
 */
@Injectable()
class EvenRefusalInterceptor implements NestInterceptor {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  intercept(_: ExecutionContext, next: CallHandler): Observable<unknown> {
    const began = performance.now();
    return next.handle().pipe(
      catchError((error: unknown) => {
        const left = this.config.refusalMilliseconds - (performance.now() - began);
        return timer(Math.max(0, Math.ceil(left))).pipe(mergeMap(() => throwError(() => error)));
      }),
    );
  }
}

/** Of a door that anybody may try: what it refuses, it refuses at an even pace. */
export const EvenRefusals = (): MethodDecorator => UseInterceptors(EvenRefusalInterceptor);
