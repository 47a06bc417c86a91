import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { PersonActor } from '../../http/actors.js';
import { AppError } from '../../http/app-error.js';
import type { Done } from '../../http/schemas.js';
import type { SessionList } from '../../sessions/sessions.dto.js';
import type { PortalCompanyDto, PortalSessionDto } from './portal.dto.js';

@Injectable()
export class PortalSessionService {
  async view(_person: PersonActor): Promise<PortalSessionDto> {
    throw new AppError('service.unavailable');
  }
  async signOut(_person: PersonActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
  async companies(_person: PersonActor): Promise<{ items: PortalCompanyDto[] }> {
    throw new AppError('service.unavailable');
  }
  async choose(_contactId: string, _person: PersonActor): Promise<{ session: { id: string; expiresAt: Date }; view: PortalSessionDto }> {
    throw new AppError('service.unavailable');
  }
  async list(_person: PersonActor): Promise<z.input<typeof SessionList>> {
    throw new AppError('service.unavailable');
  }
  async endOthers(_person: PersonActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
  async endOne(_id: string, _person: PersonActor): Promise<Done> {
    throw new AppError('service.unavailable');
  }
}
