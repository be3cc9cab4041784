/**
 * How the bundled server runs: on a clinic's desk PC with two cores beside other programs. Durability is never traded:
 * fsync, full_page_writes and synchronous_commit stay on (the doctor command checks them on any server).
 */
export const serverSettings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '100',
  superuser_reserved_connections: '3',

  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',

  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  min_wal_size: '256MB',
  wal_compression: 'off', // a fifteenth of the server's time under load; the journal is kept for hours, not for good
  checkpoint_completion_target: '0.9',
  checkpoint_timeout: '10min',

  // Short statements on few cores: compiling or spreading them costs more than it brings.
  jit: 'off',
  max_parallel_workers_per_gather: '1',
  random_page_cost: '1.1',

  // The outbox is a queue: its dead rows must not pile up.
  autovacuum_naptime: '15s',
  autovacuum_vacuum_scale_factor: '0.05',
  autovacuum_analyze_scale_factor: '0.05',
  autovacuum_vacuum_cost_limit: '1000',

  // A session whose client was killed ends by itself, and gives back what it had locked.
  client_connection_check_interval: '2s',

  // An ERROR line would quote the value that was refused: a patient's. Only what concerns the server itself is logged.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_statement: 'none',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

export const settingArguments = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
