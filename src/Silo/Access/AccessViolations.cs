using Enforcement.Domain;

namespace Enforcement.Silo.Access;

/// <summary>What the edge itself refuses, in words.</summary>
internal static class AccessViolations
{
    public static readonly Violation SignInFirst = new(
        "session.none",
        null,
        new Words("您尚未登录，或会话已失效。", "You are not signed in, or your session has ended."),
        new Words("请登录后重试；程序请在 Authorization 头中携带有效令牌。", "Sign in and try again; a program sends its token in the Authorization header."));

    public static readonly Violation PasswordMustChange = new(
        "session.password-must-change",
        null,
        new Words("首次登录须先修改密码。", "The password must be changed before anything else."),
        new Words("请先修改密码。", "Change the password first: PUT /api/v1/session/password."));

    public static readonly Violation Antiforgery = new(
        "session.antiforgery",
        null,
        new Words("请求缺少防伪令牌，或令牌已失效。", "The request carries no anti-forgery token, or a stale one."),
        new Words(
            $"请刷新页面后重试；程序请先读取 /api/v1/session，并将令牌放入 {AntiforgeryGate.Header} 头。",
            $"Reload the page and try again; a program reads /api/v1/session and sends the token in the header {AntiforgeryGate.Header}."));
}
