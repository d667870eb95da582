import { Inject } from '@nestjs/common';

export const CONFIG = Symbol('config');
export const DATABASE = Symbol('database');
export const DATABASE_POOL = Symbol('database-pool');
export const NOTIFICATIONS = Symbol('notifications');
export const OBJECT_STORE = Symbol('object-store');
export const QUEUE = Symbol('queue');

export const InjectConfig = () => Inject(CONFIG);
export const InjectDatabase = () => Inject(DATABASE);
/** For libraries that bring their own statements; ours go through `InjectDatabase`. */
export const InjectDatabasePool = () => Inject(DATABASE_POOL);
export const InjectNotifications = () => Inject(NOTIFICATIONS);
export const InjectObjectStore = () => Inject(OBJECT_STORE);
export const InjectQueue = () => Inject(QUEUE);
