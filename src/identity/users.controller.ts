import { Body, Controller, Get, Param, Patch, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PrivateVault, sealText, unsealText } from '../custody/index.js';
import { Idempotency } from '../platform/http/idempotency.js';
import { IfMatch } from '../platform/http/route.decorator.js';
import { PageQuery, pageOf, Uuid, type Page } from '../platform/http/validation.js';
import { versionTag, type ExpectedVersion } from '../platform/http/version-tag.js';
import { NotFoundError } from '../shared/errors.js';
import { AdminAccess, CurrentPrincipal, type AuthenticatedRequest } from './access.decorator.js';
import { API_PATH } from './api-path.js';
import { CreateSetupLink } from './create-setup-link.js';
import { CreateUser } from './create-user.js';
import { passwordFingerprint } from './passwords.js';
import { FreshPrincipals } from './fresh-principals.js';
import type { Principal } from './principal.js';
import { UpdateUser } from './update-user.js';
import { NewUser, SetupLink, User, UserPage, UserPatch, UserRequest } from './user.contract.js';
import { UserRepository, type UserRow } from './user.repository.js';

@Controller('users')
@UseInterceptors(FreshPrincipals)
export class UsersController {
  constructor(
    private readonly users: UserRepository,
    private readonly createUser: CreateUser,
    private readonly updateUser: UpdateUser,
    private readonly createSetupLink: CreateSetupLink,
    private readonly vault: PrivateVault,
    private readonly idempotency: Idempotency,
  ) {}

  @Post()
  @AdminAccess()
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ standardSchema: NewUser })
  async create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: UserRequest }) body: UserRequest,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewUser> {
    // What is kept for a repeated request holds the password only as a fingerprint, and the link sealed.
    const { password, ...plain } = body;
    const content = {
      ...plain,
      password: password === undefined ? null : passwordFingerprint(this.vault, password),
    };
    const act = async () => {
      const { user, setupUrl } = await this.createUser.execute(principal, body);
      void reply.header('location', `${API_PATH}/users/${user.id}`);
      const sealed = setupUrl === undefined ? null : sealText(this.vault, user.id, setupUrl);
      return { user: presentUser(user), sealed };
    };
    const { user, sealed } = await this.idempotency.once(request, reply, act, content);
    void reply.header('etag', versionTag(user.id, user.version));
    if (sealed === null) return user;
    return { ...user, setupUrl: unsealText(this.vault, user.id, JSON.parse(sealed)) };
  }

  @Get()
  @AdminAccess()
  @ApiOkResponse({ standardSchema: UserPage })
  async list(@Query({ schema: PageQuery }) query: PageQuery): Promise<Page<User>> {
    return pageOf(await this.users.list(query.limit + 1, query.cursor), query.limit, presentUser);
  }

  @Get(':id')
  @AdminAccess()
  @ApiOkResponse({ standardSchema: User })
  async get(
    @Param('id', { schema: Uuid }) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User> {
    const user = await this.users.find(id);
    if (user === undefined) throw new NotFoundError('not_found', 'There is no such person.');
    void reply.header('etag', versionTag(user.id, user.version));
    return presentUser(user);
  }

  @Patch(':id')
  @AdminAccess()
  @ApiOkResponse({ standardSchema: User })
  async update(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: UserPatch }) body: UserPatch,
    @IfMatch() expected: ExpectedVersion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<User> {
    const user = await this.updateUser.execute(principal, id, body, expected);
    void reply.header('etag', versionTag(user.id, user.version));
    return presentUser(user);
  }

  @Post(':id/setup-link')
  @AdminAccess()
  @ApiCreatedResponse({ standardSchema: SetupLink })
  async link(
    @CurrentPrincipal() principal: Principal,
    @Param('id', { schema: Uuid }) id: string,
  ): Promise<SetupLink> {
    const { url, expiresAt } = await this.createSetupLink.execute(principal, id);
    return { setupUrl: url, expiresAt: expiresAt.toISOString() };
  }
}

function presentUser(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    admin: row.admin,
    disabled: row.disabled_at !== null,
    totp: row.totp_confirmed_at !== null,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
