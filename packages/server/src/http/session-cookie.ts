export const SESSION_COOKIE = 'recado_session'
