<h1>{{#_}}Mailbox of the town{{/_}}</h1>
<p class="v-lead v-gap-3">{{#_}}Every message that the town has sent, newest first. In a demo town nothing leaves the machine.{{/_}}</p>
{{#NONE}}<p class="v-text v-gap-4">{{#_}}No message yet. Send an application or make an account, and a letter comes here.{{/_}}</p>{{/NONE}}
{{#LETTER}}<article class="v-section v-section--near"><h2 lang="{{LANGUAGE}}">{{SUBJECT}}</h2>
<dl class="v-keys v-gap-3"><div><dt>{{#_}}To{{/_}}</dt><dd>{{TO}}</dd></div><div><dt>{{#_}}Written{{/_}}</dt><dd>{{AT}} {{#SENT}}{{#_}}(sent){{/_}}{{/SENT}}{{#WAITING}}{{#_}}(waits to be sent){{/_}}{{/WAITING}}</dd></div></dl>
<p class="v-letter-text v-gap-3" lang="{{LANGUAGE}}">{{#PIECE}}{{#WORDS}}{{TEXT}}{{/WORDS}}{{#LINK}}<a href="{{ADDRESS}}">{{TEXT}}</a>{{/LINK}}{{/PIECE}}</p></article>{{/LETTER}}
