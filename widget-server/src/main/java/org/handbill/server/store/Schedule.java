package org.handbill.server.store;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.SchedulableTaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * Puts work into the queue as part of a transaction, so that what happened and what it queues are
 * one.
 */
final class Schedule {

  private final Handle handle;
  private final boolean shared;
  private final SchedulerClient client;

  /**
   * @param handle an open transaction
   * @param shared true on PostgreSQL
   */
  Schedule(Handle handle, boolean shared) {
    this.handle = handle;
    this.shared = shared;
    this.client =
        SchedulerClient.Builder.create(new Borrowed(handle.getConnection()))
            .jdbcCustomization(customization(shared))
            .build();
  }

  static JdbcCustomization customization(boolean shared) {
    return shared ? new PostgreSqlJdbcCustomization(false, false) : new SqliteJdbcCustomization();
  }

  /** Queues each of the ids, which must be new to that task. */
  void add(String task, Collection<String> ids, Instant at) {
    if (!ids.isEmpty()) {
      client.scheduleBatch(
          ids.stream().<TaskInstance<?>>map(id -> new TaskInstance<Void>(task, id)).toList(), at);
    }
  }

  /** Queues an id; one that waits already is due then. */
  void ensure(String task, String id, Instant at) {
    try {
      client.schedule(
          new SchedulableTaskInstance<>(new TaskInstance<Void>(task, id), at),
          ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    } catch (TaskInstanceCurrentlyExecutingException underWay) {
      // Whoever does it looks once more when it is done.
    }
  }

  /**
   * Queues an id to be due by then; one that waits already and is due sooner stays as it is.
   * Several transactions may do so at once: each waits for the one before, for a second row of that
   * id would undo all that its transaction has done.
   */
  void ensureBy(String task, String id, Instant at) {
    if (shared) {
      handle.execute("select pg_advisory_xact_lock(hashtext(?))", task + ' ' + id);
    }
    boolean sooner =
        client
            .getScheduledExecution(TaskInstanceId.of(task, id))
            .filter(waiting -> !waiting.getExecutionTime().isAfter(at))
            .isPresent();
    if (!sooner) {
      ensure(task, id, at);
    }
  }

  /** Takes ids out of the queue; one that is being worked on is let finish. */
  void remove(String task, List<String> ids) {
    for (String id : ids) {
      handle.execute(
          "delete from scheduled_tasks where task_name = ? and task_instance = ?", task, id);
    }
  }

  /** The transaction's own connection, for a library that asks for a source of connections. */
  private record Borrowed(Connection connection) implements DataSource {

    /** The connection; closing it is for whoever opened the transaction. */
    @Override
    public Connection getConnection() {
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("close")) {
                  return null;
                }
                try {
                  return method.invoke(connection, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause() == null ? e : e.getCause();
                }
              });
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return new PrintWriter(PrintWriter.nullWriter());
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLFeatureNotSupportedException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
