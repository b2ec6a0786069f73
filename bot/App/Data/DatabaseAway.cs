using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ServiceCulture.Bot.Data;

/// <summary>Tells the database's failures from our own: what a platform delivers again is answered 503 then, not 500.</summary>
public static class DatabaseAway
{
    public static bool Explains(Exception failure) =>
        !UniqueViolation.IsOneOf(failure) && (failure is DbException or DbUpdateException or TimeoutException || failure.InnerException is DbException);
}
