// The yardstick: Bolt as its documentation shows it. Answers /kudos, posts one message, stores nothing.
'use strict';
const { App, LogLevel } = require('@slack/bolt');

const app = new App({
  token: process.env.SLACK_BOT_TOKEN,
  signingSecret: process.env.SLACK_SIGNING_SECRET,
  logLevel: LogLevel.ERROR,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL },
});

app.command('/kudos', async ({ command, ack, client }) => {
  await ack({ response_type: 'ephemeral', text: 'Thank you, your kudos is on its way.' });
  await client.chat.postMessage({ channel: command.channel_id, text: `<@${command.user_id}> says: ${command.text}` });
});

app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
