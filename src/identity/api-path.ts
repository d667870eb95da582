/** Where the API lies below the desk's origin (contract §2). */
export const API_PATH = '/api/v1';
