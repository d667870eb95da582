import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/api/problem';

/** Questions are asked again where that can help: when nobody answered, or the desk said to wait. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (count, error) =>
        count < 3 && error instanceof ProblemError && [0, 429, 502, 503, 504].includes(error.status),
      retryDelay: (count, error) =>
        error instanceof ProblemError && error.retryAfterS !== null
          ? error.retryAfterS * 1000
          : Math.min(500 * 2 ** count, 8_000),
      // The browser's own guess about the network is wrong on loopback and closed networks.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
