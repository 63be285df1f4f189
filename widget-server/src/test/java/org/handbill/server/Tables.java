package org.handbill.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables of a data folder, as another program sees them while the server runs. */
final class Tables {

  private Tables() {}

  /** Every value of every table, each with the table's name. */
  static List<String> everything(Path data) {
    List<String> values = new ArrayList<>();
    for (String table : column(data, "select name from sqlite_master where type = 'table'")) {
      try (Connection connection = open(data);
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("select * from " + table)) {
        while (rows.next()) {
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            values.add(table + ": " + rows.getString(i));
          }
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return values;
  }

  /** The first column of what a query finds. */
  static List<String> column(Path data, String query) {
    List<String> values = new ArrayList<>();
    try (Connection connection = open(data);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return values;
  }

  /** A connection of its own to the database of a data folder. */
  static Connection open(Path data) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + data.resolve("handbill.db") + "?busy_timeout=5000");
  }
}
